-- What no rule can be asked about, in the words that rules use rather than those of a constraint. It comes before row-level
-- security looks at the row, so it says nothing but what the row itself does.
-- Called only for a row that is refused: which ones are, the triggers say, so that a good one costs no call.
-- An infinite time is none that anybody could be shown.
-- Definer: postil_private is closed to those who write.
create or replace function postil_private.refuse_malformed()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  said constant jsonb := to_jsonb(new);
  reason constant text := coalesce(
    (
      select format('%s: %s is no time', t.name, said ->> t.name)
      from unnest(array['inserted_at', 'updated_at']) as t (name)
      where said ->> t.name in ('infinity', '-infinity')
      limit 1
    ),
    case tg_table_name
      when 'responses' then
        case when said ->> 'status' = 'submitted' and said -> 'values' in ('null', '{}')
          then 'no question is answered'
          else 'values: is not an object'
        end
      when 'suggestions' then
        case
          when said -> 'value' = 'null' then 'value: is missing'
          when char_length(said ->> 'agent') between 1 and 200 then 'question: has not 1 to 200 characters'
          else 'agent: has not 1 to 200 characters'
        end
      else
        case
          when jsonb_typeof(said -> 'fields') <> 'object' then 'fields: is not an object'
          when jsonb_typeof(said -> 'metadata') <> 'object' then 'metadata: is not an object'
          when char_length(said ->> 'external_id') not between 1 and 500 then 'external_id: has not 1 to 500 characters'
          else format('min_submitted: %s is not a number from 1', said ->> 'min_submitted')
        end
    end
  );
begin
  raise exception using
    errcode = 'PN422',
    message = format('%s: %s', rtrim(tg_table_name, 's'), reason),
    detail = concat_ws(
      ', ',
      'record ' || coalesce(said ->> 'record_id', said ->> 'id')
        || coalesce(' (' || postil_private.shortened(said ->> 'external_id') || ')', ''),
      'user ' || (said ->> 'user_id'),
      'question ' || postil_private.shortened(said ->> 'question'),
      'agent ' || postil_private.shortened(said ->> 'agent'),
      reason
    ),
    hint = 'What each takes: docs/rules.md.';
end
$$;
comment on function postil_private.refuse_malformed() is
  'Trigger: raises PN422 for a row that would break a constraint of what it says.';
