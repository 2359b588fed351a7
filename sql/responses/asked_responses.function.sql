-- Set-wise, each row read once, and nothing here raises: a row that cannot be read is refused by itself. Whoever may not
-- answer for others does not learn here whether a user exists.
-- A record is looked up by its external id as in record_ids().
create or replace function postil_private.asked_responses(namespace text, rows jsonb)
  returns table (
    index bigint,
    record_id uuid,
    user_id uuid,
    status postil.response_status,
    "values" jsonb,
    keeps_values boolean,
    refusal jsonb
  )
  language sql
  stable
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
as $$
  with
    caller as materialized (
      select
        c.id,
        (select u.name from postil.users as u where u.id = c.id) as name,
        asked_responses.namespace = any (postil_private.namespaces_allowing('administer')) as admin
      from postil_private.current_user_id() as c (id)
    ),
    -- Columns of text and jsonb take any JSON value, of an object.
    read as materialized (
      select
        g.*,
        coalesce(g.user_id, g.user_name) as whose,
        postil_private.as_uuid(g.record_id) as record,
        case
          when coalesce(g.user_id, g.user_name) is null then c.id
          when g.user_id is not null then postil_private.as_uuid(g.user_id)
          when g.user_name = c.name then c.id
          when c.admin then (select u.id from postil.users as u where u.name = g.user_name)
        end as responder,
        c.id as caller,
        c.admin
      from caller as c
      cross join lateral rows from (
        jsonb_array_elements(rows),
        jsonb_to_recordset(postil_private.objects_of(rows)) as (
          record_id text, dataset text, external_id text, status text, "values" jsonb, user_id text, "user" text
        )
      ) with ordinality as g (row, record_id, dataset, external_id, status, "values", user_id, user_name, index)
    ),
    judged as materialized (
      select
        r.*,
        case
          when jsonb_typeof(r.row) <> 'object' then array[
            'PN422', format('a response is a JSON object, not %s', jsonb_typeof(r.row)),
            'For example {"record_id": "…", "status": "submitted", "values": {"mood": {"value": "good"}}}.'
          ]
          when r.row - '{record_id,dataset,external_id,status,values,user_id,user}'::text[] <> '{}' then array[
            'PN422',
            (
              select format('unknown in a response: %L', postil_private.shortened(min(k.key)))
              from jsonb_object_keys(
                r.row - '{record_id,dataset,external_id,status,values,user_id,user}'::text[]
              ) as k (key)
            ),
            'Known: record_id, dataset, external_id, status, values, user_id, user.'
          ]
          when num_nonnulls(r.dataset, r.external_id) <> case when r.record_id is null then 2 else 0 end
          then array['PN422', 'it does not say which record', 'Say either record_id, or both dataset and external_id.']
          when r.record_id is not null and r.record is null then array[
            'PN422', format('record_id is a UUID, not %L', postil_private.shortened(r.record_id)), 'Records have their id in the column id.'
          ]
          when r.status not in ('draft', 'submitted', 'discarded') then array[
            'PN422', format('unknown as a status: %L', postil_private.shortened(r.status)), 'Known: draft, submitted, discarded.'
          ]
          when r.user_id is not null and r.user_name is not null then array[
            'PN422', 'it says twice whose it is', 'Say either user or user_id.'
          ]
          when r.whose is not null and r.responder is distinct from r.caller and not r.admin then array[
            'PN403', 'not allowed to answer for others', 'Leave out user and user_id, or ask an admin of the namespace.'
          ]
          when r.whose is null and r.responder is null then array[
            'PN422', 'it does not say whose it is', 'Say user (a name) or user_id, or sign in as a user.'
          ]
          when r.responder is null then array[
            'PN422', format('there is no user %L', postil_private.shortened(r.whose)), 'Create a missing user: postil user create'
          ]
        end as problem
      from read as r
    )
  select
    j.index - 1,
    case
      when j.problem is not null then null
      when j.record_id is not null then j.record
      else (
        select r.id
        from postil.records as r
        where (r.external_id, r.namespace, r.dataset) >= (j.external_id, asked_responses.namespace, j.dataset)
          and (r.external_id, r.namespace, r.dataset) <= (j.external_id, asked_responses.namespace, j.dataset)
      )
    end,
    case when j.problem is null then j.responder end,
    case when j.problem is null then j.status::postil.response_status end,
    j."values",
    not j.row ? 'values',
    case when j.problem is not null then
      jsonb_build_object('code', j.problem[1], 'message', j.problem[2], 'hint', j.problem[3])
    end
  from judged as j
  order by j.index
$$;
comment on function postil_private.asked_responses(text, jsonb) is
  'For each row of an upsert_responses call, the record and the user that it is about and what it says of the response, or '
  'why it is refused; index from 0.';
