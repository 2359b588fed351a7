-- The caller has locked the dataset, so its min_submitted is given here rather than looked up for each row.
-- In the order of external ids: of two calls with the same new ones, the second waits for the first at once.
create or replace function postil_private.insert_records(
  namespace text,
  dataset text,
  dataset_min_submitted integer,
  rows jsonb,
  ids uuid[],
  existing uuid[]
)
  returns uuid[]
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
  with made as (
    insert into postil.records
      (namespace, id, dataset, external_id, fields, metadata, min_submitted, inserted_at, updated_at)
    select
      insert_records.namespace,
      ids[r.index],
      insert_records.dataset,
      r.external_id,
      r.fields,
      coalesce(r.metadata, '{}'),
      coalesce(nullif(r.min_submitted, 0), dataset_min_submitted),
      coalesce(r.inserted_at, now()),
      coalesce(r.updated_at, r.inserted_at, now())
    from postil_private.record_rows(rows) as r
    where not exists (select from unnest(existing) as old (id) where old.id = ids[r.index])
    order by r.external_id, ids[r.index]
    on conflict do nothing
    returning id
  )
  select coalesce(array_agg(made.id), '{}') from made
$$;
comment on function postil_private.insert_records(text, text, integer, jsonb, uuid[], uuid[]) is
  'Inserts the rows whose record does not exist yet and returns their ids. Leaves out a row whose external id '
  'somebody else has inserted meanwhile: look again.';
