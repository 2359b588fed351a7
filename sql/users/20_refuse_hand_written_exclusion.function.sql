-- Below a function that may, the stack has its name; above this one, a plain statement has nothing.
create or replace function postil_private.refuse_hand_written_exclusion()
  returns trigger
  language plpgsql
  set search_path = ''
as $$
declare
  stack text;
begin
  get diagnostics stack = pg_context;
  if stack !~ '\nPL/pgSQL function postil\.(deactivate_user|reactivate_user|delete_user_in_background|restore_user|repair)\(' then
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
