-- Who asks is seen on the stack: the nearest PL/pgSQL function must be one of ours. Depths or settings would let through
-- whoever has a trigger of their own, or can set them. Frames are worded in the language of the server, but begin alike.
create or replace function postil_private.refuse_hand_written_count()
  returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  calls text;
begin
  get diagnostics calls = pg_context;
  if not starts_with(
    split_part(calls, E'\n' || split_part(calls, 'postil_private.refuse_hand_written_count()', 1), 2),
    'postil_private.'
  ) then
    raise exception using
      errcode = 'PN403',
      message = 'submitted_count and completed_at are maintained by triggers',
      hint = 'Change the responses; the record follows.';
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_hand_written_count() is
  'Trigger: nobody writes submitted_count or completed_at by hand, not even the owner of the tables.';
