-- Definer, as note_users().
create or replace function postil_private.note_namespaces()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  case tg_op
    when 'INSERT' then
      perform postil_private.note_deeds('namespace.made', array_agg(null::uuid), array_agg(n.key::text)) from new_rows as n;
    when 'DELETE' then
      perform postil_private.note_deeds('namespace.deleted', array_agg(null::uuid), array_agg(o.key::text)) from old_rows as o;
    when 'UPDATE' then
      perform postil_private.note_deeds(
        case when changed.protected then 'namespace.protected' else 'namespace.unprotected' end,
        array_agg(null::uuid), array_agg(changed.key)
      )
      from (select n.key::text, n.protected from new_rows as n except select o.key, o.protected from old_rows as o) as changed
      group by changed.protected;
  end case;
  return null;
end
$$;
comment on function postil_private.note_namespaces() is
  'Trigger on namespaces: notes which were made, deleted, protected, and protected no longer.';
