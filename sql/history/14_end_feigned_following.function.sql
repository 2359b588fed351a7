-- Anybody can set a setting. Who is about to write is seen on the stack, as in refuse_hand_written_count(); what a statement
-- sets while it runs comes too late for this, and is of no use to anybody but the owner of the tables: see
-- keep_updated_records.trigger.sql.
create or replace function postil_private.end_feigned_following()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  calls text;
begin
  get diagnostics calls = pg_context;
  if not starts_with(
    split_part(calls, E'\n' || split_part(calls, 'postil_private.end_feigned_following()', 1), 2),
    'postil_private.follow_dataset_min_submitted()'
  ) then
    perform set_config('postil.following_dataset', '', true);
  end if;
  return null;
end
$$;
comment on function postil_private.end_feigned_following() is
  'Trigger on records: a threshold counts as following its dataset''s only when follow_dataset_min_submitted() sets it.';
