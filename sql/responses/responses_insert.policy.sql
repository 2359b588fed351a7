-- Everybody answers for themselves; an admin restores others' answers with upsert_records.
drop policy if exists responses_insert on postil.responses;
create policy responses_insert on postil.responses
  for insert
  to authenticated
  with check (
    user_id = (select postil_private.current_user_id())
    and namespace = any ((select postil_private.namespaces_allowing('respond'))::text[])
  );
