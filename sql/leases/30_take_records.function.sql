-- SKIP LOCKED can wait: for a record whose change was committed at this moment, and which somebody else is changing by
-- now. So records are locked in the order of their keys, as if each were waited for: once, all that are given. When one
-- of them is not to be had, all are let go, which only an exception can, and others are looked for in its place.
-- A few more than are needed are found at once, as looking takes longer than locking.
create or replace function postil_private.take_records(dataset postil.datasets, user_id uuid, most integer)
  returns uuid[]
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  passed uuid[] := '{}';
  found_ids uuid[] := '{}';
  wanted uuid[];
  taken uuid[];
begin
  loop
    if cardinality(found_ids) < most then
      found_ids := postil_private.wanted_records(dataset, user_id, passed, most + 4);
    end if;
    wanted := found_ids[:most];
    if wanted = '{}' then
      return '{}';
    end if;
    begin
      taken := postil_private.lease_records(dataset, user_id, wanted);
      if cardinality(taken) = cardinality(wanted) then
        return taken;
      end if;
      raise exception using errcode = 'PNAGN';
    exception when sqlstate 'PNAGN' then
      null;
    end;
    passed := passed || array(select unnest(wanted) except select unnest(taken));
    found_ids := array(
      select f.id from unnest(found_ids) with ordinality as f (id, place) where f.id <> all (passed) order by f.place
    );
  end loop;
end
$$;
comment on function postil_private.take_records(postil.datasets, uuid, integer) is
  'Gives somebody what they have begun, then what is new to them, then, by skip_policy later, what they have discarded; '
  'passing over what others have locked.';
