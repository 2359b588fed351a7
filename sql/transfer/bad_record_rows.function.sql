-- What rows say, before anything is looked up but users. Set-wise, whatever the number of rows, and nothing here raises: a row that
-- cannot be read is refused by itself. Columns of text and jsonb take any JSON value, of an object.
-- Times are left to the write: PostgreSQL has no way to ask before version 16.
create or replace function postil_private.bad_record_rows(rows jsonb)
  returns table (index integer, refusal jsonb)
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  with
    given as materialized (
      select g.*
      from rows from (
        jsonb_array_elements(rows),
        jsonb_to_recordset(postil_private.objects_of(rows)) as (
          id text, external_id jsonb, min_submitted text, suggestions jsonb, responses jsonb
        )
      ) with ordinality as g (row, id, external_id, min_submitted, suggestions, responses, index)
    ),
    judged as (
      select
        g.index,
        0 as part,
        0::bigint as place,
        case
          when jsonb_typeof(g.row) <> 'object' then array[
            'PN422', format('a record is a JSON object, not %s', jsonb_typeof(g.row)),
            'For example {"external_id": "1", "fields": {"text": "…"}}.'
          ]
          when jsonb_typeof(g.external_id) in ('object', 'array', 'boolean') then array[
            'PN422', format('external_id is a text or a number, not %s', jsonb_typeof(g.external_id)),
            'A number is stored as its text. Leave it out for a record that has none.'
          ]
          when char_length(g.external_id #>> '{}') not between 1 and 500 then array[
            'PN422', format('external_id has 1 to 500 characters, not %s', char_length(g.external_id #>> '{}')),
            'Leave it out for a record that has none.'
          ]
          when g.row - '{id,external_id,fields,metadata,min_submitted,status,suggestions,responses,inserted_at,updated_at}'::text[]
            <> '{}' then array[
            'PN422',
            (
              select format('unknown in a record: %L', postil_private.shortened(min(k.key)))
              from jsonb_object_keys(
                g.row - '{id,external_id,fields,metadata,min_submitted,status,suggestions,responses,inserted_at,updated_at}'::text[]
              ) as k (key)
            ),
            'Known: id, external_id, fields, metadata, min_submitted, status (read-only, and ignored), suggestions, '
              'responses, inserted_at, updated_at.'
          ]
          when g.id is not null and postil_private.as_uuid(g.id) is null then array[
            'PN422', format('id is a UUID, not %L', postil_private.shortened(g.id)), 'Give ids of your own as external_id.'
          ]
          when g.min_submitted !~ '^\d{1,9}$' then array[
            'PN422', format('min_submitted is a whole number from 1, not %L', postil_private.shortened(g.min_submitted)),
            'Leave it out, or say 0, for the dataset''s.'
          ]
          when jsonb_typeof(g.suggestions) <> 'array' then array[
            'PN422', format('suggestions is a list, not %s', jsonb_typeof(g.suggestions)),
            'For example [{"question": "mood", "agent": "model 1", "value": "good"}].'
          ]
          when jsonb_typeof(g.responses) <> 'array' then array[
            'PN422', format('responses is a list, not %s', jsonb_typeof(g.responses)),
            'For example [{"user": "ana", "status": "submitted", "values": {"mood": {"value": "good"}}}].'
          ]
        end as problem
      from given as g
      union all
      select s.index, 1, s.place, s.problem
      from postil_private.bad_suggestions_of_rows(rows) as s
      union all
      select a.index, 2, a.place, a.problem
      from postil_private.bad_responses_of_rows(rows) as a
    )
  select distinct on (j.index)
    j.index::integer,
    jsonb_build_object('code', j.problem[1], 'message', j.problem[2], 'hint', j.problem[3])
  from judged as j
  where j.problem is not null
  order by j.index, j.part, j.place
$$;
comment on function postil_private.bad_record_rows(jsonb) is
  'The rows of an upsert_records call that say what no row can say, and why they are refused; index from 1.';
