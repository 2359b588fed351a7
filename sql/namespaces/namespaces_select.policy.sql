-- The owner first and by itself: a namespace inserted by this very statement is in no list yet.
drop policy if exists namespaces_select on postil.namespaces;
create policy namespaces_select on postil.namespaces
  for select
  to authenticated
  using (
    (select postil_private.is_owner())
    or key = any ((select postil_private.namespaces_allowing('read'))::text[])
  );
