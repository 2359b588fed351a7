create or replace function postil_private.take_records(dataset postil.datasets, user_id uuid, most integer)
  returns uuid[]
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  first constant uuid := '00000000-0000-0000-0000-000000000000';
  -- Where they left off. Else each call would read past all that they have answered and others have not yet.
  place constant uuid := postil_private.last_answered(dataset, user_id);
  taken uuid[];
begin
  taken := postil_private.lease_records(dataset, user_id, postil_private.begun_records(dataset, user_id, most));
  if place is not null then
    taken := taken || postil_private.lease_open_records(dataset, user_id, place, taken, most - cardinality(taken), false);
  end if;
  taken := taken || postil_private.lease_open_records(dataset, user_id, first, taken, most - cardinality(taken), false);
  if (dataset).skip_policy = 'later' and cardinality(taken) < most then
    taken := taken || postil_private.lease_records(
      dataset, user_id, postil_private.skipped_records(dataset, user_id, taken, most - cardinality(taken))
    );
  end if;
  return taken;
end
$$;
comment on function postil_private.take_records(postil.datasets, uuid, integer) is
  'Gives somebody what they have begun, then what is new to them, then, by skip_policy later, what they have discarded, '
  'without waiting for anybody.';
