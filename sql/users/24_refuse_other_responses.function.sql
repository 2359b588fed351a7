create or replace function postil_private.refuse_other_responses(user_id uuid, responses bigint, expected_responses bigint)
  returns void
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception using
    errcode = 'PN412',
    message = format('the user has %s responses, not %s', responses, coalesce(expected_responses::text, 'null')),
    detail = (select to_jsonb(p)::text from postil.user_deletion_preview(user_id) as p),
    hint = 'Nothing was deleted. Look at the numbers again, then give this one as expected_responses.';
end
$$;
comment on function postil_private.refuse_other_responses(uuid, bigint, bigint) is
  'Raises PN412, with what the deletion of the user would do now in the details.';
