-- The external id decides, then the id; otherwise it is a new record, under its given id or the one in fallback.
--
-- A lookup for each row, written as a range of one: such a comparison of rows fits only an index that begins with
-- external_id. With three equalities, PostgreSQL may take the index by dataset and read all of it for each row: it
-- believes that a namespace which its statistics do not know yet is empty, and that is every import into a new one.
-- No sequential scan: a plan made by small imports, while the table was small, would serve the large one after them.
create or replace function postil_private.record_ids(namespace text, dataset text, rows jsonb, fallback uuid[])
  returns uuid[]
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
as $$
  select coalesce(
    array_agg(
      coalesce(
        (
          select old.id
          from postil.records as old
          where (old.external_id, old.namespace, old.dataset)
              >= (r.external_id, record_ids.namespace, record_ids.dataset)
            and (old.external_id, old.namespace, old.dataset)
              <= (r.external_id, record_ids.namespace, record_ids.dataset)
        ),
        r.id,
        fallback[r.index],
        postil_private.uuidv7()
      )
      order by r.index
    ),
    '{}'
  )
  from postil_private.record_rows(rows) as r
$$;
comment on function postil_private.record_ids(text, text, jsonb, uuid[]) is
  'For each row of an upsert_records call, the id of the record that it is about.';
