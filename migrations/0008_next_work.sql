-- Who is looking at which record, so that no two people are given the last place of one.

create type postil.skip_policy as enum ('others', 'later', 'done');
comment on type postil.skip_policy is
  'What discarding a record does for next_records(). others: it goes to others and never comes back. '
  'later: it comes back after all that one has not seen. done: it takes a place, as a submitted response does.';

alter table postil.datasets
  add column lease_seconds integer not null default 900,
  add column skip_policy postil.skip_policy not null default 'others',
  -- squawk-ignore constraint-missing-not-valid
  add constraint dataset_lease_seconds_are_1_to_86400 check (lease_seconds between 1 and 86400);
comment on column postil.datasets.lease_seconds is
  'How long a record that next_records() gives to somebody is kept for them; 1 to 86,400.';
comment on column postil.datasets.skip_policy is 'What discarding one of its records does for next_records().';

create table postil_private.leases (
  namespace postil.key not null,
  record_id uuid not null,
  user_id uuid not null,
  leased_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint user_leases_a_record_once primary key (namespace, record_id, user_id),
  -- The user first, as for responses.
  constraint lease_belongs_to_a_user
    foreign key (user_id) references postil.users (id) on delete cascade,
  constraint lease_belongs_to_a_record
    foreign key (namespace, record_id) references postil.records (namespace, id) on delete cascade
);
create index leases_by_user on postil_private.leases (user_id, namespace);
alter table postil_private.leases enable row level security;
comment on table postil_private.leases is
  'Records that people were given by next_records(). Not all of them hold: see live_leases().';

-- Somebody's drafts and what they have discarded, without reading all of their responses.
-- squawk-ignore require-concurrent-index-creation
create index unsubmitted_responses_by_user on postil.responses (user_id, namespace, record_id)
  where status <> 'submitted';

comment on column postil.responses.updated_at is
  'When its status or values last changed, or it was discarded again. An import restores the time it is given.';
