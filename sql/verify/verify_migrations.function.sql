-- The file itself is compared by the server, which has it.
create or replace function postil_private.verify_migrations()
  returns table (promise text, "check" text, checked bigint, wrong bigint, example text)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    'a server serves only what it understands', 'every migration that ran has the hash of its file',
    count(*), count(*) filter (where h.name is null), min(m.name) filter (where h.name is null)
  from postil_private.migrations as m
  left join postil_private.migration_hashes as h on h.name = m.name
$$;
comment on function postil_private.verify_migrations() is
  'verify(): looks for migrations without a hash, whose edited file a server would not notice.';
