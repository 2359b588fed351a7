-- FOR SHARE lets other calls answer for the same people meanwhile, but keeps off their deletion, and what writes their
-- responses in another order: see upsert_responses(). "alone" keeps off those other calls too.
create or replace function postil_private.lock_responders(ids uuid[], alone boolean)
  returns uuid[]
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  locked uuid[];
begin
  if alone then
    locked := array(select u.id from postil.users as u where u.id = any (ids) order by u.id for no key update);
  else
    locked := array(select u.id from postil.users as u where u.id = any (ids) order by u.id for share);
  end if;
  return array(select unnest(ids) except select unnest(locked));
end
$$;
comment on function postil_private.lock_responders(uuid[], boolean) is
  'Locks users whose responses are to be written, in the order that everybody uses, and returns those that do not exist.';
