-- People see themselves, those they work with, and those whose responses they may see: an answer outlives a membership.
drop policy if exists users_select on postil.users;
create policy users_select on postil.users
  for select
  to authenticated
  using (
    (select postil_private.is_owner())
    or (id = (select postil_private.current_user_id()) and deactivated_at is null)
    or exists (
      select
      from postil.members as m
      where m.user_id = users.id
        and m.namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
    )
    or exists (
      select
      from postil.responses as a
      where a.user_id = users.id
        and a.namespace = any ((select postil_private.namespaces_allowing('read responses'))::text[])
    )
  );
