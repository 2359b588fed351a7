create or replace function postil_private.wait_for_records(dataset postil.datasets, user_id uuid, most integer)
  returns uuid[]
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  after uuid := '00000000-0000-0000-0000-000000000000';
  leased uuid[] := '{}';
  found_ids uuid[];
begin
  while leased = '{}' loop
    found_ids := postil_private.open_records(dataset, user_id, (dataset).skip_policy = 'later', after, '{}', most);
    exit when found_ids = '{}';
    perform postil_private.lock_records((dataset).namespace, found_ids);
    leased := postil_private.lease_records(dataset, user_id, found_ids);
    after := found_ids[cardinality(found_ids)];
  end loop;
  return leased;
end
$$;
comment on function postil_private.wait_for_records(postil.datasets, uuid, integer) is
  'Gives somebody the first open records, waiting for whoever has them locked, in the order of their keys.';
