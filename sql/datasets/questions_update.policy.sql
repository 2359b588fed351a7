drop policy if exists questions_update on postil.questions;
create policy questions_update on postil.questions
  for update
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
