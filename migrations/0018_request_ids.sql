-- Clients choose the ids of their requests, and may put a name into them: as with other values, PostgreSQL's statistics are
-- not to keep those of people who are forgotten.
alter table postil_private.history alter column request_id set statistics 0;
alter table postil_private.audit alter column request_id set statistics 0;
alter table postil_private.deletions alter column request_id set statistics 0;
-- What they hold already. Before PostgreSQL 18 nobody but a superuser can have them forget it.
do $$
begin
  if current_setting('server_version_num')::integer >= 180000 then
    perform pg_clear_attribute_stats('postil_private', c.relname, 'request_id', false)
    from pg_class as c
    where c.relnamespace = 'postil_private'::regnamespace
      and c.relkind in ('r', 'p')
      and exists (
        select from pg_attribute as a where a.attrelid = c.oid and a.attname = 'request_id' and not a.attisdropped
      );
  end if;
end
$$;
