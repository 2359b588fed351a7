-- What caches of a namespace's configuration ask for: one number, changed in the transaction of the change. EXCEPT, as in
-- keep_updated_rows(). Records and responses are no configuration: with them, everybody who responds would write one row.
-- Definer: nobody may write contents_version.
create or replace function postil_private.count_contents_change()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  changed text[];
begin
  case tg_op
    when 'INSERT' then
      changed := array(select distinct n.namespace::text from new_rows as n order by 1);
    when 'DELETE' then
      changed := array(select distinct o.namespace::text from old_rows as o order by 1);
    when 'UPDATE' then
      changed := array(
        select distinct c.image ->> 'namespace'
        from (select to_jsonb(n) from new_rows as n except select to_jsonb(o) from old_rows as o) as c (image)
        order by 1
      );
    when 'TRUNCATE' then
      execute format('select array(select distinct t.namespace::text from %I.%I as t order by 1)', tg_table_schema, tg_table_name)
        into changed;
  end case;
  perform from postil.namespaces as n where n.key = any (changed) order by n.key for no key update;
  update postil.namespaces as n
  set contents_version = n.contents_version + 1, version = pg_current_xact_id()
  where n.key = any (changed);
  return null;
end
$$;
comment on function postil_private.count_contents_change() is
  'Trigger: counts that the configuration of a namespace has changed.';
