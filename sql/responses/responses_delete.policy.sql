drop policy if exists responses_delete on postil.responses;
create policy responses_delete on postil.responses
  for delete
  to authenticated
  using (
    user_id = (select postil_private.current_user_id())
    and namespace = any ((select postil_private.namespaces_allowing('respond'))::text[])
    or namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
