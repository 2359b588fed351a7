-- Locks in the order of everybody who writes many responses: users, definitions, responses, records, the latter two in the
-- order of their keys. Records come last, and in most calls only when the count of one changes, so that calls about the same
-- records write their responses at the same time and wait for each other's counts only.
--
-- What locks records before responses (upsert_records(), delete_records()) has to keep off those who write responses of
-- the same users: it locks these in a mode that conflicts with FOR SHARE.
--
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
  -- One element for each row.
  record_ids uuid[];
  user_ids uuid[];
  statuses postil.response_status[];
  values_of jsonb[];
  keep_values boolean[];
  refusals jsonb[];
  -- Whether some answers to a record come and others may go.
  mixed boolean;
  -- The rows that say something new, and what they say; the rows that do not.
  changing integer[];
  changes postil_private.new_response[];
  -- The rows that may be stored, also those that say the same as an earlier one: if that is refused, they are not.
  candidates integer[];
  responses postil_private.new_response[];
  datasets text[];
  twins integer[];
  inserted boolean[];
  unchanged integer[];
  discarded_again postil_private.new_response[];
  -- The rows that are refused for what is stored, and why.
  refused integer[];
  reasons jsonb[];
  missing_users uuid[];
  bad_rows jsonb;
begin
  perform postil_private.require_respond(namespace);
  perform postil_private.check_rows(rows, on_error);
  select
    array_agg(a.record_id), array_agg(a.user_id), array_agg(a.status), array_agg(a."values"),
    array_agg(a.keeps_values), array_agg(a.refusal)
  into record_ids, user_ids, statuses, values_of, keep_values, refusals
  from postil_private.asked_responses(upsert_responses.namespace, rows) as a;

  -- What a row leaves out stays as it is: then nobody may change it between the look and the write.
  mixed := exists (
    select
    from unnest(record_ids, statuses, refusals) as r (record_id, status, refusal)
    where r.refusal is null
    group by r.record_id
    having bool_or(r.status = 'submitted') and bool_or(r.status <> 'submitted')
  );
  missing_users := postil_private.lock_responders(
    user_ids, alone => mixed or true = any (keep_values) or array_position(statuses, null) is not null
  );
  for attempt in 1 .. 10 loop
    select
      array_agg(s.place) filter (where s.refusal is null and s.changed),
      array_agg(s.response) filter (where s.refusal is null and s.changed),
      array_agg(s.place) filter (where s.refusal is null or s.twin),
      array_agg(s.response) filter (where s.refusal is null or s.twin),
      array_agg(s.dataset) filter (where s.refusal is null or s.twin),
      array_agg(s.place) filter (where s.twin),
      array_agg(s.place) filter (where s.refusal is null and not s.changed),
      array_agg(s.response) filter (
        where s.refusal is null and not s.changed and (s.response).status = 'discarded'
      ),
      array_agg(s.place) filter (where s.refusal is not null),
      array_agg(s.refusal) filter (where s.refusal is not null)
    into changing, changes, candidates, responses, datasets, twins, unchanged, discarded_again, refused, reasons
    from postil_private.settled_responses(
      upsert_responses.namespace, record_ids, user_ids, statuses, values_of, keep_values, refusals, missing_users
    ) as s;
    for nth in 1 .. coalesce(cardinality(refused), 0) loop
      refusals[refused[nth]] := reasons[nth];
    end loop;
    -- As the rules will; but they come when records are locked, which a change of the definition may be waiting for.
    perform postil_private.hold_definitions(namespace, datasets);
    begin
      if mixed then
        inserted := postil_private.store_mixed_responses(namespace, changes);
      else
        inserted := postil_private.store_responses(namespace, changes);
      end if;
      exit;
    exception when others then
      -- Not a row's fault (a deadlock, a full disk), or something that happens again and again.
      if sqlstate !~ '^(22|23|PN422|PN409)' or attempt = 10 then
        raise;
      end if;
    end;
    -- They are judged again without those that are bad.
    for nth in 1 .. coalesce(cardinality(twins), 0) loop
      refusals[twins[nth]] := null;
    end loop;
    reasons := postil_private.invalid_responses(namespace, datasets, responses);
    if array_remove(reasons, null) = '{}' then
      candidates := changing;
      reasons := postil_private.blamed_responses(namespace, changes);
    end if;
    for nth in 1 .. cardinality(candidates) loop
      refusals[candidates[nth]] := reasons[nth];
    end loop;
  end loop;
  if discarded_again is not null then
    perform postil_private.end_leases_of_unchanged(namespace, discarded_again);
  end if;

  if on_error = 'abort' then
    select jsonb_agg(f.refusal || jsonb_build_object('index', f.place - 1) order by f.place)
    into bad_rows
    from unnest(refusals) with ordinality as f (refusal, place)
    where f.refusal is not null;
    if bad_rows is not null then
      perform postil_private.refuse_rows(bad_rows);
    end if;
  end if;
  return query
    select
      r.place - 1, record_ids[r.place], user_ids[r.place], r.action, known.status,
      r.refusal ->> 'code', r.refusal ->> 'message', r.refusal ->> 'details', r.refusal ->> 'hint'
    from (
      select c.place::bigint, case when c.inserted then 'inserted' else 'updated' end, null::jsonb
      from unnest(changing, inserted) as c (place, inserted)
      union all
      select s.place, 'unchanged', null
      from unnest(unchanged) as s (place)
      union all
      select f.place, 'refused', f.refusal
      from unnest(refusals) with ordinality as f (refusal, place)
      where f.refusal is not null
    ) as r (place, action, refusal)
    left join lateral (
      select one.status
      from postil.records as one
      where one.namespace = upsert_responses.namespace
        and one.id = record_ids[r.place]
      offset 0 -- Keeps it a lookup for each row.
    ) as known on true
    order by r.place;
end
$$;
comment on function postil.upsert_responses(text, jsonb, text) is
  'Adds or updates up to 10,000 responses: {"record_id" (or "dataset" and "external_id"), "status", "values"}, and, from '
  'admins, "user" (a name) or "user_id" to answer for others. What a row leaves out stays as it is; a new response is a '
  'draft. One result per row, in order: {index (from 0), record_id, user_id, action: inserted | updated | unchanged | '
  'refused, record_status (afterwards)}, and for a refused one code, message, details, hint. on_error abort: a bad row '
  'undoes the call, and the error names all bad rows; report: the good rows are stored.';
