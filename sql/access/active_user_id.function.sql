-- For what is one's own outside of namespaces; there, namespaces_allowing() asks the same.
-- Definer: it reads users past their policies.
create or replace function postil_private.active_user_id()
  returns uuid
  language sql
  stable
  parallel safe
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select u.id
  from postil.users as u
  where u.id = postil_private.current_user_id()
    and u.deactivated_at is null
$$;
comment on function postil_private.active_user_id() is
  'The signed-in user, or null: also when they have been deleted or deactivated since they signed in.';
