-- In the order given, which is that of records and users: of two calls for the same responses, the second waits for the
-- first at once.
--
-- Records are locked after all of the responses, once and in the order of their keys. When every response was there before,
-- count_submitted() does that. New ones have foreign keys, which would lock records earlier and in another mode: who holds
-- one so and waits for another one's count would wait for somebody who waits for a deletion of the first. And of a
-- statement that does both, the trigger for what it updates comes before that for what it inserts. Also, texts that spans
-- refer to are locked before the counts. So in these cases records are locked here, before any trigger runs. One that was
-- deleted and made again meanwhile is not found, and would be locked out of order later; then the caller begins again.
-- namespace is a key already: to make one of a text takes a while, for each row.
create or replace function postil_private.store_responses(namespace postil.key, responses postil_private.new_response[])
  returns boolean[]
  language sql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
  with
    written as (
      insert into postil.responses as old (namespace, record_id, user_id, status, "values")
      select store_responses.namespace, r.record_id, r.user_id, r.status, r."values"
      from unnest(responses) as r
      on conflict (namespace, record_id, user_id) do update
      set status = excluded.status, "values" = excluded."values"
      -- Nobody has locked a row version that was inserted; one that is updated was locked first.
      returning old.record_id, old.xmax = 0 as inserted
    ),
    summary as (
      select
        array_agg(w.inserted) as inserted,
        array_agg(w.record_id) as record_ids,
        bool_or(w.inserted) or exists (
          select from postil.questions as q where q.namespace = store_responses.namespace and q.type = 'span'
        ) as locks
      from written as w
    ),
    locked as (
      select count(l.id) as records
      from summary as s
      cross join lateral postil_private.lock_records(store_responses.namespace, s.record_ids) as l
      where s.locks
    )
  select case
    when s.locks and l.records < cardinality(s.record_ids) then postil_private.refuse_gone_record()
    else s.inserted
  end
  from summary as s
  cross join locked as l
$$;
comment on function postil_private.store_responses(postil.key, postil_private.new_response[]) is
  'Adds or replaces responses, all or none; for each whether it is new, in their order.';
