create or replace function postil_private.wanted_records(
  dataset postil.datasets,
  user_id uuid,
  besides uuid[],
  most integer
)
  returns uuid[]
  language plpgsql
  stable
  set search_path = ''
as $$
declare
  first constant uuid := '00000000-0000-0000-0000-000000000000';
  -- Where they left off. Else each call would read past all that they have answered and others have not yet.
  place constant uuid := postil_private.last_answered(dataset, user_id);
  wanted uuid[] := postil_private.begun_records(dataset, user_id, besides, most);
begin
  if place is not null and cardinality(wanted) < most then
    wanted := wanted || postil_private.open_records(
      dataset, user_id, false, place, besides || wanted, most - cardinality(wanted)
    );
  end if;
  if cardinality(wanted) < most then
    wanted := wanted || postil_private.open_records(
      dataset, user_id, false, first, besides || wanted, most - cardinality(wanted)
    );
  end if;
  if (dataset).skip_policy = 'later' and cardinality(wanted) < most then
    wanted := wanted || postil_private.skipped_records(
      dataset, user_id, besides || wanted, most - cardinality(wanted)
    );
  end if;
  return wanted;
end
$$;
comment on function postil_private.wanted_records(postil.datasets, uuid, uuid[], integer) is
  'What somebody is to be given, of the records that are open: what they have begun, then what is new to them, then, by '
  'skip_policy later, what they have discarded.';
