drop policy if exists suggestions_delete on postil.suggestions;
create policy suggestions_delete on postil.suggestions
  for delete
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('administer'))::text[])
  );
