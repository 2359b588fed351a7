-- Definer: it reads users past their policies, which themselves call it.
create or replace function postil_private.is_owner()
  returns boolean
  language sql
  stable
  parallel safe
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select case
    when postil_private.acting_role() = 'authenticated'
      then exists (
        select from postil.users as u
        where u.id = postil_private.current_user_id()
          and u.owner
          and u.deactivated_at is null
      )
    else postil_private.acting_role() = 'service_role'
      or pg_has_role(postil_private.acting_role(), 'postil_owner', 'member')
  end
$$;
comment on function postil_private.is_owner() is
  'Whether the caller may do everything: a user who is an owner, service_role, or the owner of the database objects.';
