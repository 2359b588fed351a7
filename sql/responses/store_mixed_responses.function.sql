-- PostgreSQL counts what a statement updates before what it inserts. So that a record flips once at most, and only when
-- it has another status afterwards, answers to a completed record are added before others are taken away, and those to a
-- pending one the other way round.
-- All records are locked before, to know which they are; so the call has its users alone, as upsert_records() does.
create or replace function postil_private.store_mixed_responses(
  namespace postil.key,
  responses postil_private.new_response[]
)
  returns boolean[]
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  ids constant uuid[] := array(select distinct r.record_id from unnest(responses) as r);
  completed uuid[];
  early integer[];
  late integer[];
  early_inserted boolean[];
  late_inserted boolean[];
begin
  perform postil_private.lock_records(namespace, ids);
  completed := postil_private.completed_records(namespace, ids);
  select
    coalesce(array_agg(r.place order by r.place) filter (where r.adds = r.completed), '{}'),
    coalesce(array_agg(r.place order by r.place) filter (where r.adds <> r.completed), '{}')
  into early, late
  from (
    select one.place, one.status = 'submitted' as adds, one.record_id = any (completed) as completed
    from unnest(responses) with ordinality as one (record_id, user_id, status, "values", place)
  ) as r;
  early_inserted := postil_private.store_responses(namespace, array(select responses[e] from unnest(early) as e));
  late_inserted := postil_private.store_responses(namespace, array(select responses[l] from unnest(late) as l));
  return array(
    select done.inserted
    from (
      select * from unnest(early, early_inserted) as e (place, inserted)
      union all
      select * from unnest(late, late_inserted)
    ) as done
    order by done.place
  );
end
$$;
comment on function postil_private.store_mixed_responses(postil.key, postil_private.new_response[]) is
  'store_responses() where some answers to a record come and others go: no record flips that has the same status after it.';
