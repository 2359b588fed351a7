drop policy if exists questions_insert on postil.questions;
create policy questions_insert on postil.questions
  for insert
  to authenticated
  with check (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
