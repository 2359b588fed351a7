drop policy if exists suggestions_update on postil.suggestions;
create policy suggestions_update on postil.suggestions
  for update
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
