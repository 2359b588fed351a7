create or replace function postil_private.bad_responses_of_rows(rows jsonb)
  returns table (index bigint, place bigint, problem text[])
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select
    g.index,
    a.place,
    case
      when jsonb_typeof(a.said) <> 'object' then array[
        'PN422', format('response %s: a response is a JSON object, not %s', a.place - 1, jsonb_typeof(a.said)),
        'For example {"user": "ana", "status": "submitted", "values": {"mood": {"value": "good"}}}.'
      ]
      when a.said - '{user,user_id,status,values,inserted_at,updated_at}'::text[] <> '{}' then array[
        'PN422',
        (
          select format('response %s: unknown in a response: %L', a.place - 1, postil_private.shortened(min(k.key)))
          from jsonb_object_keys(a.said - '{user,user_id,status,values,inserted_at,updated_at}'::text[]) as k (key)
        ),
        'Known: user, user_id, status, values, inserted_at, updated_at.'
      ]
      when a.said ->> 'status' not in ('draft', 'submitted', 'discarded') then array[
        'PN422', format('response %s: unknown as a status: %L', a.place - 1, postil_private.shortened(a.said ->> 'status')),
        'Known: draft, submitted, discarded.'
      ]
      when a.said ->> 'user_id' is not null and postil_private.as_uuid(a.said ->> 'user_id') is null then array[
        'PN422', format('response %s: user_id is a UUID, not %L', a.place - 1, postil_private.shortened(a.said ->> 'user_id')),
        'Say user for a name.'
      ]
      when num_nonnulls(a.said ->> 'user', a.said ->> 'user_id') = 0 then array[
        'PN422', 'a response does not say whose it is', 'Each response has "user" (a name) or "user_id".'
      ]
      when num_nonnulls(a.said ->> 'user', a.said ->> 'user_id') = 2 and named.id is distinct from identified.id then array[
        'PN422',
        format(
          'response %s: user %L and user_id %s are not the same', a.place - 1, postil_private.shortened(a.said ->> 'user'), a.said ->> 'user_id'
        ),
        'Say either. A name may have been given to somebody else, or be another one elsewhere.'
      ]
      when coalesce(identified.id, named.id) is null then array[
        'PN422', format('there is no user %L', postil_private.shortened(coalesce(a.said ->> 'user', a.said ->> 'user_id'))),
        'Each response has "user" (a name) or "user_id". Create a missing user: postil user create'
      ]
      when row_number() over (partition by g.index, coalesce(identified.id, named.id) order by a.place) > 1 then array[
        'PN409', format('more than one response of user %L', postil_private.shortened(coalesce(a.said ->> 'user', a.said ->> 'user_id'))),
        'A user has one response to a record. Which should win?'
      ]
    end
  from jsonb_array_elements(rows) with ordinality as g (row, index)
  cross join jsonb_array_elements(
    case jsonb_typeof(g.row -> 'responses') when 'array' then g.row -> 'responses' else '[]' end
  ) with ordinality as a (said, place)
  left join postil.users as named on named.name = a.said ->> 'user'
  left join postil.users as identified on identified.id = postil_private.as_uuid(a.said ->> 'user_id')
$$;
comment on function postil_private.bad_responses_of_rows(jsonb) is
  'What is wrong with each of the responses nested in record rows, whatever the questions, or null; index and place from 1.';
