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
        'key.revoked', array_agg(changed.user_id), null, array_agg(jsonb_build_object('api_key_id', changed.id))
      )
      from (
        select n.id, n.user_id from new_rows as n where n.revoked_at is not null
        except
        select o.id, o.user_id from old_rows as o where o.revoked_at is not null
      ) as changed;
  end case;
  return null;
end
$$;
comment on function postil_private.note_api_keys() is
  'Trigger on api_keys: notes which keys were made and revoked.';
