-- Locks in the order that everybody uses: users, records by id, responses. Datasets, which come between, are neither
-- changed nor relied on. All locks are taken before the first write, so that rows may then be tried in any order.
-- Definer: an admin may answer for others, which nobody may do directly; and people who respond may not lock.
create or replace function postil.upsert_responses(namespace text, rows jsonb, on_error text default 'abort')
  returns table (
    index bigint,
    record_id uuid,
    user_id uuid,
    action text,
    record_status postil.record_status,
    code text,
    message text,
    details text,
    hint text
  )
  language plpgsql
  volatile
  security definer
  set search_path = ''
  set jit = off -- as count_submitted()
as $$
#variable_conflict use_column
declare
  record_ids uuid[];
  user_ids uuid[];
  refusals jsonb[];
  users uuid[];
  records uuid[];
  good bigint[];
  good_rows jsonb;
  results jsonb;
begin
  perform postil_private.require_respond(namespace);
  perform postil_private.check_rows(rows, on_error);
  select array_agg(a.record_id order by a.index), array_agg(a.user_id order by a.index), array_agg(a.refusal order by a.index)
  into record_ids, user_ids, refusals
  from postil_private.asked_responses(upsert_responses.namespace, rows) as a;

  users := array(
    select u.id from postil.users as u where u.id = any (user_ids) order by u.id for key share
  );
  records := array(
    select l.id from postil_private.lock_records(upsert_responses.namespace, record_ids) as l
  );
  refusals := postil_private.refused_responses(record_ids, user_ids, refusals, records, users);

  select
    coalesce(array_agg(g.index - 1 order by g.index), '{}'),
    coalesce(
      jsonb_agg(
        jsonb_build_object(
          'record_id', record_ids[g.index], 'user_id', user_ids[g.index], 'status', g.row -> 'status',
          'values', g.row -> 'values', 'keeps_values', not g.row ? 'values'
        )
        order by g.index
      ),
      '[]'
    )
  into good, good_rows
  from jsonb_array_elements(rows) with ordinality as g (row, index)
  where refusals[g.index] is null;

  results := postil_private.write_apart(
    format(
      'select jsonb_agg(jsonb_build_object(''index'', $2 + w.index - 1, ''action'', w.action) order by w.index) '
      'from postil_private.store_responses(%L, $1) as w',
      namespace
    ),
    good_rows
  );
  perform postil_private.end_leases_of_unchanged(namespace, good_rows, results);
  -- Each under the index that its row has in the call, with those that were refused before.
  select
    coalesce(jsonb_agg(r.result order by (r.result ->> 'index')::bigint), '[]')
  into results
  from (
    select w.result || jsonb_build_object('index', good[(w.result ->> 'index')::integer + 1])
    from jsonb_array_elements(results) as w (result)
    union all
    select f.refusal || jsonb_build_object('index', f.index - 1, 'action', 'refused')
    from unnest(refusals) with ordinality as f (refusal, index)
    where f.refusal is not null
  ) as r (result);
  if on_error = 'abort' and jsonb_path_exists(results, '$[*] ? (@.action == "refused")') then
    perform postil_private.refuse_rows(jsonb_path_query_array(results, '$[*] ? (@.action == "refused")'));
  end if;

  return query
    select
      r.index, record_ids[r.index + 1], user_ids[r.index + 1], r.action, known.status,
      r.code, r.message, r.details, r.hint
    from jsonb_to_recordset(results) as r (
      index bigint, action text, code text, message text, details text, hint text
    )
    left join lateral (
      select one.status
      from postil.records as one
      where one.namespace = upsert_responses.namespace
        and one.id = record_ids[r.index + 1]
      offset 0 -- Keeps it a lookup for each row.
    ) as known on true
    order by r.index;
end
$$;
comment on function postil.upsert_responses(text, jsonb, text) is
  'Adds or updates up to 10,000 responses: {"record_id" (or "dataset" and "external_id"), "status", "values"}, and, from '
  'admins, "user" (a name) or "user_id" to answer for others. What a row leaves out stays as it is; a new response is a '
  'draft. One result per row, in order: {index (from 0), record_id, user_id, action: inserted | updated | unchanged | '
  'refused, record_status (afterwards)}, and for a refused one code, message, details, hint. on_error abort: a bad row '
  'undoes the call, and the error names all bad rows; report: the good rows are stored.';
