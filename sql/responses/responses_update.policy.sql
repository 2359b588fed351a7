drop policy if exists responses_update on postil.responses;
create policy responses_update on postil.responses
  for update
  to authenticated
  using (
    user_id = (select postil_private.current_user_id())
    and namespace = any ((select postil_private.namespaces_allowing('respond'))::text[])
  );
