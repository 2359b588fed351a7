drop policy if exists suggestions_insert on postil.suggestions;
create policy suggestions_insert on postil.suggestions
  for insert
  to authenticated
  with check (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
