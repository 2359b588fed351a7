-- What rows were before they changed or went, and who did it: so that it can be told, undone, and forgotten.

create table postil_private.settings (
  only_row boolean constraint settings_have_one_row primary key default true,
  history_days integer not null default 90,
  constraint settings_have_only_one_row check (only_row),
  constraint history_is_kept_1_to_36500_days check (history_days between 1 and 36500)
);
alter table postil_private.settings enable row level security;
comment on table postil_private.settings is 'What owners decide for the whole database.';
comment on column postil_private.settings.history_days is 'How many days of history are kept.';
insert into postil_private.settings default values;

create table postil_private.history (
  -- The changes of one row are in this order.
  seq bigint not null generated always as identity,
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  relation text not null,
  operation text not null,
  -- What history is looked up by: the namespace (none for a user), the record that the row was about, whose row it was.
  namespace postil.key,
  record_id uuid,
  subject_id uuid,
  image jsonb not null,
  -- Not keys of anything: history outlives who made it.
  user_id uuid,
  api_key_id uuid,
  role text not null,
  request_id text,
  function text,
  constraint history_operation_is_known check (operation in ('update', 'delete'))
)
partition by range (at);
-- All rows of a transaction have one time, so what was changed together is found by it. No primary key: an index more for
-- every image, by which nothing is looked up.
create index history_by_transaction on postil_private.history (at, subject_id);
create index history_by_record on postil_private.history (record_id) where record_id is not null;
create index history_of_users on postil_private.history (subject_id, seq) where relation = 'users';
alter table postil_private.history enable row level security;
comment on table postil_private.history is
  'The image that a row had before each update and before its deletion, with who did it; a partition for each week.';
comment on column postil_private.history.image is
  'The row, without what triggers maintain. Of a response, without its key too: (namespace, record_id, subject_id).';
comment on column postil_private.history.function is 'The function of the API through which it was done, if one was.';

-- For weeks that nobody has made a partition for.
create table postil_private.history_rest partition of postil_private.history default;
alter table postil_private.history_rest enable row level security;

-- PostgreSQL's statistics hold values of columns, and would keep those of people who are to be forgotten. Nobody searches
-- by these, but for names, which are unique.
alter table postil.users alter column name set statistics 0;
alter table postil.responses alter column "values" set statistics 0;
alter table postil_private.api_keys alter column name set statistics 0;
alter table postil_private.repairs alter column was set statistics 0, alter column became set statistics 0;
alter table postil_private.history alter column image set statistics 0;
-- What they hold already. Before PostgreSQL 18 nobody but a superuser can have them forget it.
do $$
begin
  if current_setting('server_version_num')::integer >= 180000 then
    perform pg_clear_attribute_stats(column_of.schema, column_of.relation, column_of.name, false)
    from (values
      ('postil', 'users', 'name'), ('postil', 'responses', 'values'), ('postil_private', 'api_keys', 'name'),
      ('postil_private', 'repairs', 'was'), ('postil_private', 'repairs', 'became')
    ) as column_of (schema, relation, name);
  end if;
end
$$;

create table postil_private.audit (
  seq bigint constraint audit_entries_have_distinct_seqs primary key generated always as identity,
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  action text not null,
  namespace postil.key,
  -- Ids only: names are found in users and in history, so that forgetting somebody leaves the audit as it is.
  subject_id uuid,
  details jsonb not null default '{}',
  user_id uuid,
  api_key_id uuid,
  role text not null,
  request_id text,
  function text,
  constraint audit_details_are_an_object check (jsonb_typeof(details) = 'object')
);
create index audit_by_subject on postil_private.audit (subject_id, seq);
alter table postil_private.audit enable row level security;
comment on table postil_private.audit is
  'Who deleted, restored, erased and deactivated users, changed roles, made and revoked keys. Only ever added to.';

-- Somebody who is not to sign in, though what they have done stays.
alter table postil.users
  add column deactivated_at timestamptz,
  add column responses_excluded boolean not null default false,
  -- squawk-ignore constraint-missing-not-valid
  add constraint only_the_responses_of_deactivated_users_are_excluded
    check (not responses_excluded or deactivated_at is not null);
comment on column postil.users.deactivated_at is
  'Since when they cannot sign in, write, or be given records; null for everybody else. Set by deactivate_user().';
comment on column postil.users.responses_excluded is
  'Whether their submitted responses do not count while they are deactivated. Set by deactivate_user().';
-- Few or none.
-- squawk-ignore require-concurrent-index-creation
create index users_with_excluded_responses on postil.users (id) where responses_excluded;

alter table postil.responses add column excluded boolean not null default false;
comment on column postil.responses.excluded is
  'A submitted response that is excluded does not count. Follows its user''s responses_excluded; not writable.';

alter table postil_private.repairs
  drop constraint repair_kind_is_known,
  -- squawk-ignore constraint-missing-not-valid
  add constraint repair_kind_is_known check (kind in ('removed', 'recounted', 'excluded', 'told', 'counted'));

-- A schema of its own, for what PostgREST calls before each request: anybody may call it, and it is not part of the API.
create schema postil_gate;
comment on schema postil_gate is 'What PostgREST calls before each request (db-pre-request). Not to be exposed.';

-- Their results are others now; sql/ makes them anew, with the grants that go with them.
drop function if exists postil_private.find_api_key(bytea);
drop function if exists postil.explain_status(text, uuid);
drop function if exists postil_private.count_responses(text, uuid);
drop function if exists postil.dataset_progress(text, text);
drop function if exists postil.user_progress(text, text, uuid);
delete from postil_private.repeatables
where path in (
  'explain/explain_status.grant.sql', 'explain/count_responses.grant.sql', 'progress/dataset_progress.grant.sql',
  'progress/user_progress.grant.sql'
);

-- Deletions in batches; what they delete is found in history by the transactions that did it.
create table postil_private.deletions (
  -- No foreign key: how it went is told when they are gone, too.
  user_id uuid constraint user_is_deleted_once_at_a_time primary key,
  -- The batches of it come after this one.
  transaction xid8 not null default pg_current_xact_id(),
  total bigint not null,
  batch_size integer not null,
  started_at timestamptz not null default clock_timestamp(),
  cancelled_at timestamptz,
  finished_at timestamptz,
  -- Whom history is to name, though it is the worker that deletes.
  requested_by uuid,
  api_key_id uuid,
  request_id text,
  -- Where the last batch ended.
  namespace postil.key,
  record_id uuid,
  constraint deletion_batch_size_is_1_to_100000 check (batch_size between 1 and 100000),
  constraint deletion_is_cancelled_or_finished_not_both check (num_nonnulls(cancelled_at, finished_at) <= 1)
);
alter table postil_private.deletions enable row level security;
comment on table postil_private.deletions is
  'Users whose responses are being deleted in batches, before they are; and those of whom that was begun.';

create table postil_private.deletion_batches (
  user_id uuid not null,
  transaction xid8 not null default pg_current_xact_id(),
  responses bigint not null,
  -- As in history, whose rows are found by it.
  at timestamptz not null default now(),
  seconds double precision,
  constraint deletion_batch_is_a_transaction primary key (user_id, transaction)
);
alter table postil_private.deletion_batches enable row level security;
comment on table postil_private.deletion_batches is
  'What was deleted in the background, batch by batch, and by delete_user(). No foreign key: restoring a user needs it '
  'after they are gone.';
comment on column postil_private.deletion_batches.seconds is
  'How long it took, before its commit; what user_deletion_preview() estimates by.';
