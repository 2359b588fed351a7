-- EXCEPT, as in keep_updated_rows(). People who are merely added, thousands perhaps, leave nothing here.
-- Definer: nobody may write the audit.
create or replace function postil_private.note_users()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  case tg_op
    when 'INSERT' then
      perform postil_private.note_deeds('owner.made', array_agg(n.id)) from new_rows as n where n.owner;
    when 'DELETE' then
      perform postil_private.note_deeds('user.deleted', array_agg(o.id)) from old_rows as o;
    when 'UPDATE' then
      perform postil_private.note_deeds(
        case when changed.owner then 'owner.made' else 'owner.unmade' end, array_agg(changed.id)
      )
      from (select n.id, n.owner from new_rows as n except select o.id, o.owner from old_rows as o) as changed
      group by changed.owner;
      perform postil_private.note_deeds(
        case when changed.deactivated then 'user.deactivated' else 'user.reactivated' end,
        array_agg(changed.id), null, array_agg(case
          when changed.deactivated then jsonb_build_object('responses_excluded', changed.responses_excluded)
        end)
      )
      from (
        select n.id, n.deactivated_at is not null as deactivated, n.responses_excluded from new_rows as n
        except
        select o.id, o.deactivated_at is not null, o.responses_excluded from old_rows as o
      ) as changed
      group by changed.deactivated;
    when 'TRUNCATE' then
      perform postil_private.note_deeds('user.deleted', array_agg(u.id)) from postil.users as u;
  end case;
  return null;
end
$$;
comment on function postil_private.note_users() is
  'Trigger on users: notes who was deleted, deactivated, reactivated, made an owner or is one no longer.';
