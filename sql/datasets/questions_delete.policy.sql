drop policy if exists questions_delete on postil.questions;
create policy questions_delete on postil.questions
  for delete
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
