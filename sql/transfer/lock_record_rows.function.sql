-- In the order that everybody uses: users, dataset, records by id. Rows that cannot be read are passed over.
create or replace function postil_private.lock_record_rows(namespace text, dataset text, rows jsonb)
  returns void
  language plpgsql
  volatile
  set search_path = ''
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
  for key share;

  perform
  from postil.datasets as d
  where d.namespace = lock_record_rows.namespace
    and d.key = dataset
  for share;

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
  'Locks all that the rows of an upsert_records call are about and that exists.';
