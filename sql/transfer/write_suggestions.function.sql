create or replace function postil_private.write_suggestions(namespace text, rows jsonb, ids uuid[])
  returns uuid[]
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
  with changed as (
    insert into postil.suggestions as old
      (namespace, record_id, question, agent, value, score, type, inserted_at, updated_at)
    select
      write_suggestions.namespace,
      ids[r.index],
      s.question,
      s.agent,
      s.value,
      s.score,
      coalesce(s.type, 'model'),
      coalesce(s.inserted_at, now()),
      coalesce(s.updated_at, s.inserted_at, now())
    from postil_private.record_rows(rows) as r
    cross join jsonb_to_recordset(r.suggestions) as s (
      question text, agent text, value jsonb, score jsonb, type postil.suggestion_type,
      inserted_at timestamptz, updated_at timestamptz
    )
    order by ids[r.index], s.question, s.agent
    on conflict (namespace, record_id, question, agent) do update
    set value = excluded.value, score = excluded.score, type = excluded.type, updated_at = excluded.updated_at
    where (old.value, old.score, old.type) is distinct from (excluded.value, excluded.score, excluded.type)
    returning old.record_id
  )
  select coalesce(array_agg(distinct changed.record_id), '{}') from changed
$$;
comment on function postil_private.write_suggestions(text, jsonb, uuid[]) is
  'Adds or replaces the suggestions nested in record rows. Returns the ids of the records concerned.';
