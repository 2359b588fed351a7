-- What is asked about what: datasets, the fields of their records, questions, metadata properties.

create table postil.datasets (
  namespace postil.key not null
    constraint dataset_belongs_to_a_namespace references postil.namespaces (key) on delete restrict,
  key postil.key not null,
  name text,
  guidelines text,
  min_submitted integer not null default 1,
  allow_extra_metadata boolean not null default true,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint datasets_have_distinct_keys primary key (namespace, key),
  constraint dataset_name_has_at_most_200_characters check (char_length(name) <= 200),
  constraint dataset_min_submitted_is_at_least_1 check (min_submitted >= 1)
);
alter table postil.datasets enable row level security;
comment on table postil.datasets is 'Records of one shape, and the questions that people answer about them.';
comment on column postil.datasets.guidelines is 'What annotators should read first; Markdown.';
comment on column postil.datasets.min_submitted is
  'How many submitted responses complete a record. A change reaches, in the same commit, every record that '
  'still had the old value.';
comment on column postil.datasets.allow_extra_metadata is
  'Whether a record''s metadata may have keys that are not metadata properties.';

create type postil.field_type as enum ('text', 'chat', 'image', 'custom');
comment on type postil.field_type is 'What a field of a record holds.';

create table postil.fields (
  namespace postil.key not null,
  dataset postil.key not null,
  name text collate "C" not null,
  type postil.field_type not null default 'text',
  title text,
  required boolean not null default true,
  settings jsonb not null default '{}',
  position integer not null default 0,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint fields_have_distinct_names primary key (namespace, dataset, name),
  constraint field_belongs_to_a_dataset
    foreign key (namespace, dataset) references postil.datasets (namespace, key) on delete cascade,
  constraint field_name_has_1_to_200_characters check (char_length(name) between 1 and 200),
  constraint field_title_has_1_to_500_characters check (char_length(title) between 1 and 500),
  constraint field_settings_are_an_object check (jsonb_typeof(settings) = 'object')
);
alter table postil.fields enable row level security;
comment on table postil.fields is 'What each record of a dataset shows.';
comment on column postil.fields.position is 'Order on the page, ascending; ties by name.';

create type postil.question_type as enum (
  'text', 'rating', 'label_selection', 'multi_label_selection', 'ranking', 'span'
);
comment on type postil.question_type is 'What kind of answer a question takes.';

create table postil.questions (
  namespace postil.key not null,
  dataset postil.key not null,
  name text collate "C" not null,
  type postil.question_type not null,
  title text,
  description text,
  required boolean not null default true,
  settings jsonb not null default '{}',
  position integer not null default 0,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint questions_have_distinct_names primary key (namespace, dataset, name),
  constraint question_belongs_to_a_dataset
    foreign key (namespace, dataset) references postil.datasets (namespace, key) on delete cascade,
  constraint question_name_has_1_to_200_characters check (char_length(name) between 1 and 200),
  constraint question_title_has_1_to_500_characters check (char_length(title) between 1 and 500),
  constraint question_description_has_at_most_1000_characters check (char_length(description) <= 1000),
  constraint question_settings_are_an_object check (jsonb_typeof(settings) = 'object')
);
alter table postil.questions enable row level security;
comment on table postil.questions is 'What people are asked about each record of a dataset.';
comment on column postil.questions.settings is
  'By type; rating: {"options": [1, 2, 3]}; label_selection: {"options": [{"value": "spam", "text": "Spam"}]}.';

create type postil.metadata_type as enum ('terms', 'integer', 'float');
comment on type postil.metadata_type is 'What a metadata property holds.';

create table postil.metadata_properties (
  namespace postil.key not null,
  dataset postil.key not null,
  name text collate "C" not null,
  type postil.metadata_type not null,
  title text,
  settings jsonb not null default '{}',
  position integer not null default 0,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint metadata_properties_have_distinct_names primary key (namespace, dataset, name),
  constraint metadata_property_belongs_to_a_dataset
    foreign key (namespace, dataset) references postil.datasets (namespace, key) on delete cascade,
  constraint metadata_property_name_has_1_to_200_characters check (char_length(name) between 1 and 200),
  constraint metadata_property_title_has_1_to_500_characters check (char_length(title) between 1 and 500),
  constraint metadata_property_settings_are_an_object check (jsonb_typeof(settings) = 'object')
);
alter table postil.metadata_properties enable row level security;
comment on table postil.metadata_properties is 'What the metadata of a dataset''s records may hold, for filters and sorting.';
