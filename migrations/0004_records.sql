-- The work itself: records, the responses of people, the suggestions of models.

create type postil.record_status as enum ('pending', 'completed');
create type postil.response_status as enum ('draft', 'submitted', 'discarded');
create type postil.suggestion_type as enum ('model', 'human');
comment on type postil.record_status is 'completed: has at least min_submitted submitted responses. pending: has fewer.';
comment on type postil.response_status is 'Only submitted responses count. Every transition is allowed.';
comment on type postil.suggestion_type is 'Who stands behind the agent that suggests.';

create table postil.records (
  namespace postil.key not null,
  id uuid not null default postil_private.uuidv7(),
  dataset postil.key not null,
  external_id text collate "C",
  fields jsonb not null,
  metadata jsonb not null default '{}',
  min_submitted integer not null default 0,
  submitted_count integer not null default 0,
  status postil.record_status not null generated always as (
    case when submitted_count >= min_submitted
      then 'completed'::postil.record_status
      else 'pending'::postil.record_status
    end
  ) stored,
  completed_at timestamptz,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint records_have_distinct_ids primary key (namespace, id),
  constraint record_belongs_to_a_dataset
    foreign key (namespace, dataset) references postil.datasets (namespace, key) on delete cascade,
  -- external_id first: so a search by it can use no other index, whatever the statistics; see record_ids().
  constraint external_id_is_unique_in_its_dataset unique (external_id, namespace, dataset),
  constraint external_id_has_1_to_500_characters check (char_length(external_id) between 1 and 500),
  constraint record_fields_are_an_object check (jsonb_typeof(fields) = 'object'),
  constraint record_metadata_is_an_object check (jsonb_typeof(metadata) = 'object'),
  constraint record_min_submitted_is_at_least_1 check (min_submitted >= 1),
  constraint submitted_count_is_not_negative check (submitted_count >= 0),
  constraint completed_at_is_set_exactly_when_completed
    check ((completed_at is not null) = (submitted_count >= min_submitted))
)
-- Room in each page for the next version of its rows: a changed count then needs no new entry in any index, which
-- makes it four times cheaper (docs/performance.md).
with (fillfactor = 50);
-- Pages by id, and the foreign key to datasets. The dataset first: with the primary key the only index that begins with
-- namespace, a search by (namespace, id) has no other to take, whatever the statistics.
create index records_by_dataset on postil.records (dataset, namespace, id);
-- What is left to do, and how much. Partial: a record that becomes completed needs no new entry.
create index pending_records on postil.records (dataset, namespace, id) where status = 'pending';
alter table postil.records enable row level security;
comment on table postil.records is 'One thing to be looked at, and whether enough people have.';
comment on column postil.records.namespace is 'The namespace of its dataset.';
comment on column postil.records.id is 'Made when left out, ascending with time; never changes.';
comment on column postil.records.dataset is 'The key of its dataset; never changes.';
comment on column postil.records.external_id is 'Your own id for it; an import that repeats it updates the record.';
comment on column postil.records.fields is 'What is shown: {field name: value}.';
comment on column postil.records.metadata is 'What to filter and sort it by: {metadata property: value}.';
comment on column postil.records.min_submitted is
  'How many submitted responses complete this record. Left out or 0 on insert: the dataset''s value, which it then '
  'follows for as long as the two are equal.';
comment on column postil.records.submitted_count is 'How many submitted responses it has. Maintained by triggers; not writable.';
comment on column postil.records.status is 'Follows from submitted_count and min_submitted; not writable.';
comment on column postil.records.completed_at is 'When it became completed; null while pending. Maintained; not writable.';
comment on column postil.records.inserted_at is 'When it was made. An import restores the time it is given.';
comment on column postil.records.updated_at is
  'When its external_id, fields, metadata or min_submitted last changed. An import restores the time it is given.';

create table postil.responses (
  namespace postil.key not null,
  record_id uuid not null,
  user_id uuid not null,
  status postil.response_status not null default 'draft',
  "values" jsonb,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_responds_once_to_a_record primary key (namespace, record_id, user_id),
  -- The user first: PostgreSQL locks referenced rows in this order, and users come before records everywhere.
  constraint response_belongs_to_a_user
    foreign key (user_id) references postil.users (id) on delete cascade,
  constraint response_belongs_to_a_record
    foreign key (namespace, record_id) references postil.records (namespace, id) on delete cascade,
  constraint response_values_are_an_object check (jsonb_typeof("values") = 'object'),
  constraint submitted_response_has_values check (status <> 'submitted' or ("values" is not null and "values" <> '{}'))
);
-- Without it, deleting a user scans all responses. All columns of the key, so that a lookup by the key is one by whichever
-- of the two indexes the planner takes; with the first two alone it read all of a user's responses for each.
create index responses_by_user on postil.responses (user_id, namespace, record_id);
-- The few that no count on their record tells of; see dataset_progress().
create index unsubmitted_responses on postil.responses (namespace, record_id) where status <> 'submitted';
alter table postil.responses enable row level security;
comment on table postil.responses is 'What one user answers about one record; at most one response each.';
comment on column postil.responses.namespace is 'The namespace of its record.';
comment on column postil.responses.record_id is 'The record that it is about.';
comment on column postil.responses.user_id is 'Whose it is; left out, who is signed in.';
comment on column postil.responses.status is 'Only a submitted one counts; draft when left out.';
comment on column postil.responses.values is '{question name: {"value": answer}}.';
comment on column postil.responses.inserted_at is
  'When it was first stored. An import restores the time it is given.';
comment on column postil.responses.updated_at is
  'When its status or values last changed. An import restores the time it is given.';

create table postil.suggestions (
  namespace postil.key not null,
  record_id uuid not null,
  question text collate "C" not null,
  agent text collate "C" not null,
  value jsonb not null,
  score jsonb,
  type postil.suggestion_type not null default 'model',
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint agent_suggests_once_for_a_question primary key (namespace, record_id, question, agent),
  constraint suggestion_belongs_to_a_record
    foreign key (namespace, record_id) references postil.records (namespace, id) on delete cascade,
  constraint suggestion_agent_has_1_to_200_characters check (char_length(agent) between 1 and 200),
  constraint suggestion_question_has_1_to_200_characters check (char_length(question) between 1 and 200)
);
alter table postil.suggestions enable row level security;
comment on table postil.suggestions is 'What a model or a person proposes as the answer to one question; one per agent.';
comment on column postil.suggestions.namespace is 'The namespace of its record.';
comment on column postil.suggestions.record_id is 'The record that it is about.';
comment on column postil.suggestions.question is 'The name of the question that it answers.';
comment on column postil.suggestions.agent is 'Who suggests, for example a model''s name and version.';
comment on column postil.suggestions.value is 'The answer, as the "value" of that question in a response.';
comment on column postil.suggestions.score is 'Confidence, 0 to 1; for a list value, a list of the same length.';
comment on column postil.suggestions.type is 'Whether a model or a person is behind the agent; model when left out.';
comment on column postil.suggestions.inserted_at is
  'When it was first stored. An import restores the time it is given.';
comment on column postil.suggestions.updated_at is
  'When its value, score or type last changed. An import restores the time it is given.';
