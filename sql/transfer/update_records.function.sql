-- The join is on columns of "wanted" alone, never on a constant namespace, and nothing but the primary key serves it
-- with these settings, whatever the statistics say; see record_ids().
create or replace function postil_private.update_records(namespace text, rows jsonb, ids uuid[])
  returns uuid[]
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_hashjoin = off
  set enable_mergejoin = off
  set enable_material = off
  set enable_seqscan = off
as $$
  with
    wanted as materialized (
      select update_records.namespace as namespace, ids[r.index] as id, r.external_id, r.fields, r.metadata,
        nullif(r.min_submitted, 0) as min_submitted, r.inserted_at, r.updated_at
      from postil_private.record_rows(rows) as r
    ),
    changed as (
      update postil.records as old
      set
        external_id = coalesce(w.external_id, old.external_id),
        fields = coalesce(w.fields, old.fields),
        metadata = coalesce(w.metadata, old.metadata),
        min_submitted = coalesce(w.min_submitted, old.min_submitted),
        inserted_at = coalesce(w.inserted_at, old.inserted_at),
        updated_at = coalesce(w.updated_at, old.updated_at)
      from wanted as w
      where old.namespace = w.namespace
        and old.id = w.id
        and (old.external_id, old.fields, old.metadata, old.min_submitted, old.inserted_at, old.updated_at)
          is distinct from (
            coalesce(w.external_id, old.external_id),
            coalesce(w.fields, old.fields),
            coalesce(w.metadata, old.metadata),
            coalesce(w.min_submitted, old.min_submitted),
            coalesce(w.inserted_at, old.inserted_at),
            coalesce(w.updated_at, old.updated_at)
          )
      returning old.id
    )
  select coalesce(array_agg(changed.id), '{}') from changed
$$;
comment on function postil_private.update_records(text, jsonb, uuid[]) is
  'Gives existing records what their rows say; what a row leaves out stays. Returns the ids of those that changed. '
  'The caller has locked them.';
