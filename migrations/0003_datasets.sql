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
comment on column postil.datasets.namespace is 'Where it belongs; never changes.';
comment on column postil.datasets.key is 'Its name in URLs and foreign keys, unique in its namespace; never changes.';
comment on column postil.datasets.name is 'What people call it; up to 200 characters.';
comment on column postil.datasets.guidelines is 'What annotators should read first; Markdown.';
comment on column postil.datasets.min_submitted is
  'How many submitted responses complete a record. A change reaches, in the same commit, every record that '
  'still had the old value.';
comment on column postil.datasets.allow_extra_metadata is
  'Whether a record''s metadata may have keys that are not metadata properties.';
comment on column postil.datasets.inserted_at is 'When it was made.';
comment on column postil.datasets.updated_at is 'When it last changed.';

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
comment on column postil.fields.namespace is 'The namespace of its dataset.';
comment on column postil.fields.dataset is 'The key of its dataset.';
comment on column postil.fields.name is 'Its key in a record''s fields, unique in its dataset; never changes.';
comment on column postil.fields.type is 'What it holds; text when left out.';
comment on column postil.fields.title is 'What people see instead of its name.';
comment on column postil.fields.required is
  'Whether every record should have it. For programs that import and show records; the database does not insist.';
comment on column postil.fields.settings is 'How to show it, as a JSON object. Postil does not read it.';
comment on column postil.fields.position is 'Order on the page, ascending; ties by name.';
comment on column postil.fields.inserted_at is 'When it was made.';
comment on column postil.fields.updated_at is 'When it last changed.';

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
comment on column postil.questions.namespace is 'The namespace of its dataset.';
comment on column postil.questions.dataset is 'The key of its dataset.';
comment on column postil.questions.name is 'Its key in a response''s values, unique in its dataset; never changes.';
comment on column postil.questions.type is 'What kind of answer it takes.';
comment on column postil.questions.title is 'What people are asked; without it, its name.';
comment on column postil.questions.description is 'What more there is to say about it; up to 1,000 characters.';
comment on column postil.questions.required is
  'Whether a submitted response should answer it. For programs that ask it; the database does not insist.';
comment on column postil.questions.settings is
  'By type; rating: {"options": [1, 2, 3]}; label_selection: {"options": [{"value": "spam", "text": "Spam"}]}.';
comment on column postil.questions.position is 'Order on the page, ascending; ties by name.';
comment on column postil.questions.inserted_at is 'When it was made.';
comment on column postil.questions.updated_at is 'When it last changed.';

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
comment on column postil.metadata_properties.namespace is 'The namespace of its dataset.';
comment on column postil.metadata_properties.dataset is 'The key of its dataset.';
comment on column postil.metadata_properties.name is
  'Its key in a record''s metadata, unique in its dataset; never changes.';
comment on column postil.metadata_properties.type is 'What it holds.';
comment on column postil.metadata_properties.title is 'What people see instead of its name.';
comment on column postil.metadata_properties.settings is
  'What more there is to know about its values, as a JSON object. Postil does not read it.';
comment on column postil.metadata_properties.position is 'Order on the page, ascending; ties by name.';
comment on column postil.metadata_properties.inserted_at is 'When it was made.';
comment on column postil.metadata_properties.updated_at is 'When it last changed.';
