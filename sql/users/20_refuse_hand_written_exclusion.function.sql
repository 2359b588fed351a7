-- As refuse_hand_written_count().
create or replace function postil_private.refuse_hand_written_exclusion()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  calls text;
  caller text;
begin
  get diagnostics calls = pg_context;
  caller := split_part(calls, E'\n' || split_part(calls, 'postil_private.refuse_hand_written_exclusion()', 1), 2);
  if not starts_with(caller, 'postil_private.') then
    raise exception using
      errcode = 'PN403',
      message = 'deactivated_at, responses_excluded and excluded are maintained by deactivate_user() and reactivate_user()',
      hint = 'Call postil.deactivate_user(user_id, exclude_responses) or postil.reactivate_user(user_id).';
  end if;
  return new;
end
$$;
comment on function postil_private.refuse_hand_written_exclusion() is
  'Trigger: nobody deactivates a user or excludes a response by a plain statement, not even the owner of the tables.';
