-- Annotators do not see each other's answers: that would bias their own.
drop policy if exists responses_select on postil.responses;
create policy responses_select on postil.responses
  for select
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('read responses'))::text[])
    or (
      user_id = (select postil_private.current_user_id())
      and namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
    )
  );
