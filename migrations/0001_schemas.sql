-- The two schemas, the key domain, the version-independent uuidv7(), and the ledger of sql/.

create schema postil;
comment on schema postil is
  'Postil''s API: the tables and functions that PostgREST serves, under the same names in SQL, HTTP and TypeScript.';
comment on schema postil_private is
  'Everything that is not API: trigger functions, API keys, ledgers. Never exposed.';

-- Functions are executable by PUBLIC unless told otherwise; here every grant is explicit.
alter default privileges in schema postil revoke execute on functions from public;
alter default privileges revoke execute on functions from public;

-- A domain with a constraint is hard to change online; this one is part of every key and will not change.
create domain postil.key as text collate "C"
  -- squawk-ignore ban-create-domain-with-constraint
  constraint key_is_1_to_63_url_safe_characters
  check (value ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$');
comment on domain postil.key is
  'A name that people choose and URLs carry: 1 to 63 of A-Z a-z 0-9 _ . -, the first a letter or digit.';

-- Column defaults need this function before sql/ is applied, hence here. PostgreSQL 18 has it built in.
do $$
begin
  if current_setting('server_version_num')::integer >= 180000 then
    create function postil_private.uuidv7()
      returns uuid
      language sql
      volatile
      parallel safe
      return pg_catalog.uuidv7();
  else
    -- RFC 9562, version 7: 48 bits of Unix milliseconds, then 12 bits of sub-millisecond time
    -- (method 3 of section 6.2, so that ids made by one session ascend), then 62 random bits.
    create function postil_private.uuidv7()
      returns uuid
      language plpgsql
      volatile
      parallel safe
      set search_path = ''
      as $body$
    declare
      microseconds constant bigint := (extract(epoch from clock_timestamp()) * 1000000)::bigint;
      milliseconds constant bigint := microseconds / 1000;
      fraction constant integer := ((microseconds % 1000) * 4096 / 1000)::integer;
      bytes bytea := uuid_send(gen_random_uuid());
    begin
      bytes := overlay(bytes placing substring(int8send(milliseconds) from 3) from 1 for 6);
      bytes := set_byte(bytes, 6, 112 | (fraction >> 8));
      bytes := set_byte(bytes, 7, fraction & 255);
      return encode(bytes, 'hex')::uuid;
    end
    $body$;
  end if;
end
$$;
comment on function postil_private.uuidv7() is 'A time-ordered UUID (RFC 9562, version 7).';

create table postil_private.repeatables (
  path text constraint a_file_is_applied_as_one primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
comment on table postil_private.repeatables is
  'Which file of sql/ was last applied, by its hash: a file is applied again when its hash changes.';

create table postil_private.migration_hashes (
  name text constraint a_migration_has_one_hash primary key,
  sha256 text not null
);
comment on table postil_private.migration_hashes is
  'The hash of each migration''s file as it was when it ran: an edited one is noticed.';
