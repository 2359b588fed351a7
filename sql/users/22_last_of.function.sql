-- Those who are deactivated are no help.
create or replace function postil_private.last_of(user_id uuid, out owner boolean, out admin_of text[])
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    exists (select from postil.users as u where u.id = last_of.user_id and u.owner)
      and not exists (
        select
        from postil.users as u
        where u.id <> last_of.user_id
          and u.owner
          and u.deactivated_at is null
      ),
    array(
      select m.namespace::text
      from postil.members as m
      where m.user_id = last_of.user_id
        and m.role = 'admin'
        and not exists (
          select
          from postil.members as other
          join postil.users as u on u.id = other.user_id and u.deactivated_at is null
          where other.namespace = m.namespace
            and other.user_id <> m.user_id
            and other.role = 'admin'
        )
      order by m.namespace
    )
$$;
comment on function postil_private.last_of(uuid) is
  'Whether a user is the only owner, and of which namespaces they are the only admin.';
