-- Keys that go with their user are not told of one by one: the user's deletion says it.
-- Definer, as note_users().
create or replace function postil_private.note_api_keys()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  case tg_op
    when 'INSERT' then
      perform postil_private.note_deeds(
        'key.made', array_agg(n.user_id), null, array_agg(jsonb_build_object('api_key_id', n.id))
      )
      from new_rows as n;
    when 'UPDATE' then
      perform postil_private.note_deeds(
        case when changed.revoked then 'key.revoked' else 'key.unrevoked' end,
        array_agg(changed.user_id), null, array_agg(jsonb_build_object('api_key_id', changed.id))
      )
      from (
        select n.id, n.user_id, n.revoked_at is not null as revoked from new_rows as n
        except
        select o.id, o.user_id, o.revoked_at is not null from old_rows as o
      ) as changed
      group by changed.revoked;
    when 'DELETE' then
      perform postil_private.note_deeds(
        'key.removed', array_agg(o.user_id), null, array_agg(jsonb_build_object('api_key_id', o.id))
      )
      from old_rows as o
      where exists (select from postil.users as u where u.id = o.user_id);
    when 'TRUNCATE' then
      perform postil_private.note_deeds(
        'key.removed', array_agg(k.user_id), null, array_agg(jsonb_build_object('api_key_id', k.id))
      )
      from postil_private.api_keys as k;
  end case;
  return null;
end
$$;
comment on function postil_private.note_api_keys() is
  'Trigger on api_keys: notes which keys were made, revoked, and removed by hand.';
