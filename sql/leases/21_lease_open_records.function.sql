create or replace function postil_private.lease_open_records(
  dataset postil.datasets,
  user_id uuid,
  after uuid,
  besides uuid[],
  most integer,
  patient boolean
)
  returns uuid[]
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  leased uuid[] := '{}';
  found_ids uuid[];
begin
  while cardinality(leased) < most loop
    found_ids := postil_private.open_records(
      dataset, user_id, patient and (dataset).skip_policy = 'later', after, besides || leased, most - cardinality(leased)
    );
    exit when found_ids = '{}';
    if patient then
      perform postil_private.lock_records((dataset).namespace, found_ids);
    end if;
    leased := leased || postil_private.lease_records(dataset, user_id, found_ids);
    exit when patient and leased <> '{}';
    after := found_ids[cardinality(found_ids)];
  end loop;
  return leased;
end
$$;
comment on function postil_private.lease_open_records(postil.datasets, uuid, uuid, uuid[], integer, boolean) is
  'Gives somebody the first open records after a given one, passing over those that are locked; patient: waiting for '
  'them, in the order of their keys, until there is one.';
