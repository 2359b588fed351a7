-- Who works (users), where (namespaces), and as what (members).

create table postil.namespaces (
  key postil.key constraint namespaces_have_distinct_keys primary key,
  name text,
  description text,
  metadata jsonb not null default '{}',
  protected boolean not null default false,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint namespace_name_has_at_most_200_characters check (char_length(name) <= 200),
  constraint namespace_description_has_at_most_10000_characters check (char_length(description) <= 10000),
  constraint namespace_metadata_is_an_object check (jsonb_typeof(metadata) = 'object')
);
alter table postil.namespaces enable row level security;
comment on table postil.namespaces is 'What owns everything else: datasets with their records, and who may see them.';
comment on column postil.namespaces.key is 'Its name in URLs and foreign keys; never changes.';
comment on column postil.namespaces.name is 'What people call it; up to 200 characters.';
comment on column postil.namespaces.description is 'What it is for; up to 10,000 characters.';
comment on column postil.namespaces.metadata is
  'Anything else worth keeping about it, as a JSON object. Postil does not read it.';
comment on column postil.namespaces.protected is 'A protected namespace cannot be deleted.';
comment on column postil.namespaces.inserted_at is 'When it was made.';
comment on column postil.namespaces.updated_at is 'When it last changed.';

create table postil.users (
  id uuid constraint users_have_distinct_ids primary key default postil_private.uuidv7(),
  name text collate "C" not null,
  owner boolean not null default false,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_have_distinct_names unique (name),
  constraint user_name_has_1_to_200_characters_and_no_outer_spaces
    check (char_length(name) between 1 and 200 and name = btrim(name))
);
alter table postil.users enable row level security;
comment on table postil.users is 'People and programs that sign in. Global: one user may be a member of many namespaces.';
comment on column postil.users.id is 'Made when left out; never changes. The "sub" of a token.';
comment on column postil.users.name is 'What people and the command line call them; unique, and may be changed.';
comment on column postil.users.owner is 'Owners may do everything in every namespace.';
comment on column postil.users.inserted_at is 'When it was made.';
comment on column postil.users.updated_at is 'When it last changed.';

create type postil.member_role as enum ('viewer', 'annotator', 'reviewer', 'admin');
comment on type postil.member_role is
  'viewer: reads all. annotator: reads all but others'' responses, writes own responses. '
  'reviewer: reads all, writes own responses. admin: does everything in the namespace.';

create table postil.members (
  namespace postil.key not null
    constraint member_belongs_to_a_namespace references postil.namespaces (key) on delete cascade,
  user_id uuid not null
    constraint member_is_a_user references postil.users (id) on delete cascade,
  role postil.member_role not null,
  inserted_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_is_a_member_once primary key (namespace, user_id)
);
create index members_by_user on postil.members (user_id);
alter table postil.members enable row level security;
comment on table postil.members is 'The role of a user in a namespace. No row: the namespace does not exist for them.';
comment on column postil.members.namespace is 'The namespace that they are a member of.';
comment on column postil.members.user_id is 'The user who is a member of it.';
comment on column postil.members.role is 'What they may do there.';
comment on column postil.members.inserted_at is 'When they became a member.';
comment on column postil.members.updated_at is 'When their role last changed.';

insert into postil.namespaces (key, name, description, protected)
values ('default', 'Default', 'Exists from the start and cannot be deleted.', true);
