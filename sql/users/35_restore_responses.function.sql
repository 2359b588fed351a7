create or replace function postil_private.restore_responses(
  user_id uuid,
  after bigint,
  times timestamptz[],
  transactions xid8[],
  but bigint[]
)
  returns bigint
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
  set jit = off -- as count_submitted()
as $$
declare
  restored bigint;
begin
  insert into postil.responses (namespace, record_id, user_id, status, "values", inserted_at, updated_at, excluded)
  select
    d.namespace,
    d.record_id,
    u.id,
    (d.image ->> 'status')::postil.response_status,
    nullif(d.image -> 'values', 'null'),
    (d.image ->> 'inserted_at')::timestamptz,
    (d.image ->> 'updated_at')::timestamptz,
    u.responses_excluded
  from postil.users as u
  cross join postil_private.deleted_rows('responses', restore_responses.user_id, after, times, transactions) as d
  where u.id = restore_responses.user_id
    and d.seq <> all (but)
  order by d.namespace, d.record_id;
  get diagnostics restored = row_count;
  return restored;
end
$$;
comment on function postil_private.restore_responses(uuid, bigint, timestamptz[], xid8[], bigint[]) is
  'Stores the deleted responses of a user again, but those whose images have these numbers, and returns how many.';
