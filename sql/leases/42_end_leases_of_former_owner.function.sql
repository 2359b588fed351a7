-- An owner may respond everywhere, a member of a namespace where their role lets them.
-- Definer: whoever may say who is an owner may not write leases.
create or replace function postil_private.end_leases_of_former_owner()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  delete from postil_private.leases as l
  where l.user_id = new.id
    and not exists (
      select
      from postil.members as m
      where m.namespace = l.namespace
        and m.user_id = l.user_id
        and m.role <> 'viewer'
    );
  return null;
end
$$;
comment on function postil_private.end_leases_of_former_owner() is
  'Trigger on users: who is an owner no longer holds records only where they may still respond.';
