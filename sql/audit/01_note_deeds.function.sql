-- Ids only, never a name or a value: what is here cannot be taken back, not even to forget somebody.
create or replace function postil_private.note_deeds(
  action text,
  subject_ids uuid[],
  namespaces text[] default null,
  details jsonb[] default null
)
  returns void
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
  insert into postil_private.audit (
    action, subject_id, namespace, details, user_id, api_key_id, role, request_id, function
  )
  select note_deeds.action, d.subject_id, d.namespace, coalesce(d.details, '{}'), by.*
  from postil_private.actor() as by
  cross join unnest(subject_ids, namespaces, details) as d (subject_id, namespace, details)
$$;
comment on function postil_private.note_deeds(text, uuid[], text[], jsonb[]) is
  'Adds an entry to the audit for each of these users, with who does what is being done.';
