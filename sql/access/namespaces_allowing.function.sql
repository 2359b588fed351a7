-- What each role may do, in one place; every policy asks here.
-- Definer: it reads members past their policies, which themselves call it.
create or replace function postil_private.namespaces_allowing(action text)
  returns text[]
  language sql
  stable
  parallel safe
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(allowed.key), '{}')
  from (
    select n.key::text
    from postil.namespaces as n
    where postil_private.is_owner()
    union
    select m.namespace::text
    from postil.members as m
    join postil.users as u on u.id = m.user_id
    where m.user_id = postil_private.current_user_id()
      and u.deactivated_at is null
      and case action
        when 'read' then true
        when 'read responses' then m.role <> 'annotator'
        when 'respond' then m.role <> 'viewer'
        when 'administer' then m.role = 'admin'
      end
  ) as allowed
$$;
comment on function postil_private.namespaces_allowing(text) is
  'The namespaces in which the caller may: read | read responses (of others) | respond | administer.';
