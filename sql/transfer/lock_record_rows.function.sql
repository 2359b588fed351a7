-- In the order that everybody uses: users, dataset, records by id. Rows that cannot be read are passed over. A missing
-- dataset is an error of the call, whatever else is wrong with its rows.
create or replace function postil_private.lock_record_rows(namespace text, dataset text, rows jsonb)
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off -- as record_ids()
as $$
begin
  perform
  from postil.users as u
  where u.id in (
    select coalesce(postil_private.as_uuid(a.response ->> 'user_id'), named.id)
    from jsonb_path_query(rows, 'lax $[*].responses[*]') as a (response)
    left join postil.users as named on named.name = a.response ->> 'user'
  )
  order by u.id
  for no key update; -- as lock_users_of_responses()

  perform postil_private.lock_dataset(namespace, dataset);
  perform postil_private.lock_records(
    namespace,
    array(
      select coalesce(
        (
          select old.id
          from postil.records as old
          where (old.external_id, old.namespace, old.dataset)
              >= (r.record ->> 'external_id', lock_record_rows.namespace, lock_record_rows.dataset)
            and (old.external_id, old.namespace, old.dataset)
              <= (r.record ->> 'external_id', lock_record_rows.namespace, lock_record_rows.dataset)
        ),
        postil_private.as_uuid(r.record ->> 'id')
      )
      from jsonb_array_elements(rows) as r (record)
    )
  );
end
$$;
comment on function postil_private.lock_record_rows(text, text, jsonb) is
  'Locks all that the rows of an upsert_records call are about and that exists; raises PN404 when the dataset does not.';
