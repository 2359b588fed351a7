drop policy if exists suggestions_select on postil.suggestions;
create policy suggestions_select on postil.suggestions
  for select
  to authenticated
  using (
    namespace = any ((select postil_private.namespaces_allowing('read'))::text[])
  );
