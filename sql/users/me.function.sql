-- The body is parsed when the function is made: who calls it may not look up names in postil_private.
create or replace function postil.me()
  returns table (id uuid, name text, owner boolean, members jsonb)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
begin atomic
  select
    u.id,
    u.name,
    u.owner,
    coalesce(
      (select jsonb_object_agg(m.namespace, m.role) from postil.members as m where m.user_id = u.id),
      '{}'
    )
  from postil.users as u
  where u.id = postil_private.current_user_id();
end;
comment on function postil.me() is
  'Who is signed in, and their role in each namespace ({namespace: role}); no row when it is not a user.';
