-- Definer: it counts what the caller may not read.
create or replace function postil_private.count_responses(namespace text, record_id uuid)
  returns table (status postil.response_status, excluded boolean, responses bigint)
  language sql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
  select a.status, a.excluded, count(*)
  from postil.responses as a
  where a.namespace = count_responses.namespace
    and a.record_id = count_responses.record_id
    and count_responses.namespace = any (postil_private.namespaces_allowing('read'))
  group by a.status, a.excluded
$$;
comment on function postil_private.count_responses(text, uuid) is
  'How many responses a record has, by status and whether they are excluded, for whoever may read the record.';
