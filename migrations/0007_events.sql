-- What happened to records, for those who wait for it; and the counts behind dataset_progress().

create table postil_private.outbox (
  namespace postil.key not null,
  -- Not a key of anything: an event outlives its dataset, its records and who caused it.
  transaction xid8 not null default pg_current_xact_id(),
  id uuid not null default postil_private.uuidv7(),
  type text not null,
  dataset postil.key not null,
  record_ids uuid[] not null,
  user_id uuid,
  role text not null,
  at timestamptz not null default now(),
  constraint outbox_rows_have_distinct_ids primary key (namespace, transaction, id),
  constraint event_type_is_known check (type in ('record.completed', 'record.reopened', 'record.deleted'))
);
-- Ids do not compress, and trying takes time.
alter table postil_private.outbox alter column record_ids set storage external;
alter table postil_private.outbox enable row level security;
comment on table postil_private.outbox is
  'Events, written in the transaction that caused them, one row for up to 1,000 records that changed together; read '
  'through postil.events.';

create table postil_private.progress (
  namespace postil.key not null,
  dataset postil.key not null,
  id uuid not null default postil_private.uuidv7(),
  records bigint not null default 0,
  completed bigint not null default 0,
  submitted bigint not null default 0,
  constraint progress_rows_have_distinct_ids primary key (namespace, dataset, id)
);
alter table postil_private.progress enable row level security;
comment on table postil_private.progress is
  'Changes to the counts of a dataset, one row for each statement that changed them: their sum is the truth, and nobody '
  'waits for anybody. Rows are added up now and then.';

insert into postil_private.progress (namespace, dataset, records, completed, submitted)
select
  r.namespace,
  r.dataset,
  count(*),
  count(*) filter (where r.status = 'completed'),
  sum(r.submitted_count)
from postil.records as r
group by r.namespace, r.dataset;

create table postil_private.repairs (
  id uuid constraint repairs_have_distinct_ids primary key default postil_private.uuidv7(),
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  kind text not null,
  object text not null,
  was jsonb,
  became jsonb,
  namespace postil.key,
  record_id uuid,
  constraint repair_kind_is_known check (kind in ('removed', 'recounted', 'told', 'counted'))
);
alter table postil_private.repairs enable row level security;
comment on table postil_private.repairs is 'What repair() changed, row by row, with all that a removed one held.';
