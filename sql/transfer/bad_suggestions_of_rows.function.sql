create or replace function postil_private.bad_suggestions_of_rows(rows jsonb)
  returns table (index bigint, place bigint, problem text[])
  language sql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  select
    g.index,
    s.place,
    case
      when jsonb_typeof(s.said) <> 'object' then array[
        'PN422', format('suggestion %s: a suggestion is a JSON object, not %s', s.place - 1, jsonb_typeof(s.said)),
        'For example {"question": "mood", "agent": "model 1", "value": "good"}.'
      ]
      when s.said - '{question,agent,value,score,type,inserted_at,updated_at}'::text[] <> '{}' then array[
        'PN422',
        (
          select format('suggestion %s: unknown in a suggestion: %L', s.place - 1, postil_private.shortened(min(k.key)))
          from jsonb_object_keys(s.said - '{question,agent,value,score,type,inserted_at,updated_at}'::text[]) as k (key)
        ),
        'Known: question, agent, value, score, type, inserted_at, updated_at.'
      ]
      when s.said ->> 'type' not in ('model', 'human') then array[
        'PN422', format('suggestion %s: unknown as a type: %L', s.place - 1, postil_private.shortened(s.said ->> 'type')),
        'Known: model, human.'
      ]
      when row_number() over (partition by g.index, s.said ->> 'question', s.said ->> 'agent' order by s.place) > 1 then array[
        'PN409', format('more than one suggestion by %L for question %L', postil_private.shortened(s.said ->> 'agent'), postil_private.shortened(s.said ->> 'question')),
        'An agent has one suggestion for each question of a record. Which should win?'
      ]
    end
  from jsonb_array_elements(rows) with ordinality as g (row, index)
  cross join jsonb_array_elements(
    case jsonb_typeof(g.row -> 'suggestions') when 'array' then g.row -> 'suggestions' else '[]' end
  ) with ordinality as s (said, place)
$$;
comment on function postil_private.bad_suggestions_of_rows(jsonb) is
  'What is wrong with each of the suggestions nested in record rows, whatever the questions, or null; index and place from 1.';
