-- Who asks is seen on the stack: the nearest PL/pgSQL function must be one of ours. Depths or settings would let through
-- whoever has a trigger of their own, or can set them. Frames are worded in the language of the server, but begin alike.
-- No SET clause: this fires for every response, and a clause would be a third of what it costs.
create or replace function postil_private.refuse_hand_written_count()
  returns trigger
  language plpgsql
as $$
declare
  calls text;
begin
  get diagnostics calls = pg_context;
  if pg_catalog.starts_with(
    pg_catalog.split_part(
      calls,
      E'\n' operator(pg_catalog.||) pg_catalog.split_part(calls, 'postil_private.refuse_hand_written_count()', 1),
      2
    ),
    'postil_private.'
  ) then
    return null;
  end if;
  -- A session that looks names up in postil_private has this function in its frame without its schema.
  if pg_catalog.starts_with(
    pg_catalog.split_part(
      calls, E'\n' operator(pg_catalog.||) pg_catalog.split_part(calls, 'refuse_hand_written_count()', 1), 2
    ),
    'postil_private.'
  ) then
    return null;
  end if;
  raise exception using
    errcode = 'PN403',
    message = 'submitted_count and completed_at are maintained by triggers',
    hint = 'Change the responses; the record follows.';
end
$$;
comment on function postil_private.refuse_hand_written_count() is
  'Trigger: nobody writes submitted_count or completed_at by hand, not even the owner of the tables.';
