drop policy if exists questions_select on postil.questions;
create policy questions_select on postil.questions
  for select
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  );
