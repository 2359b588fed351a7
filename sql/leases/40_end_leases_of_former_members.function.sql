-- Definer: whoever may end a membership may not write leases.
create or replace function postil_private.end_leases_of_former_members()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  delete from postil_private.leases as l
  using old_rows as o
  where l.user_id = o.user_id
    and l.namespace = o.namespace
    and not exists (
      select
      from postil.members as m
      where m.namespace = o.namespace
        and m.user_id = o.user_id
        and m.role <> 'viewer'
    );
  return null;
end
$$;
comment on function postil_private.end_leases_of_former_members() is
  'Trigger on members: who may no longer respond in a namespace holds none of its records.';
