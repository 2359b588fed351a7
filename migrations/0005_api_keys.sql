-- Keys that programs sign in with. Only a hash is kept, so a key can be shown once and never again.

create table postil_private.api_keys (
  id uuid constraint api_keys_have_distinct_ids primary key default postil_private.uuidv7(),
  user_id uuid not null
    constraint api_key_belongs_to_a_user references postil.users (id) on delete cascade,
  name text not null,
  prefix text not null,
  sha256 bytea not null,
  inserted_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  constraint api_keys_are_distinct unique (sha256),
  constraint api_key_hash_is_a_sha256 check (octet_length(sha256) = 32),
  constraint api_key_name_has_1_to_200_characters check (char_length(name) between 1 and 200)
);
create index api_keys_by_user on postil_private.api_keys (user_id);
alter table postil_private.api_keys enable row level security;
comment on table postil_private.api_keys is 'API keys, hashed. A key acts with all the rights of its user.';
comment on column postil_private.api_keys.prefix is 'The key''s first characters, enough to recognise it by.';
