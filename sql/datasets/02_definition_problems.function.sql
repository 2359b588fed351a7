create or replace function postil_private.definition_problems(definition jsonb)
  returns table (part text, problem text, place bigint)
  language sql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
  with
    parts as (
      select 'dataset' as part, '' as path, definition as value, 0::bigint as index
      union all
      select list.part, format('%s[%s]', list.part, e.index - 1), e.value, e.index
      from unnest(array['fields', 'questions', 'metadata_properties']) as list (part)
      cross join jsonb_array_elements(
        case jsonb_typeof(definition -> list.part) when 'array' then definition -> list.part else '[]' end
      ) with ordinality as e (value, index)
    ),
    objects as (
      select p.part, p.path, p.path || case when p.path <> '' then '.' else '' end as prefix, p.value, p.index
      from parts as p
      where jsonb_typeof(p.value) = 'object'
    ),
    problems as (
      select p.part, p.index, 0::bigint as place, format('%s is not an object', p.path) as problem
      from parts as p
      where jsonb_typeof(p.value) <> 'object'
      union all
      select o.part, o.index, 0, format('%s%s is unknown', o.prefix, postil_private.shortened(given.key))
      from objects as o
      cross join jsonb_object_keys(o.value) as given (key)
      where not exists (
        select from postil_private.definition_keys() as k where k.part = o.part and k.key = given.key
      )
      union all
      select o.part, o.index, k.place,
        case
          when o.value ->> k.key is null then format('%s%s is missing', o.prefix, k.key)
          else format(
            '%s%s is %s, not %s',
            o.prefix,
            k.key,
            case
              when k.words is not null then 'one of ' || array_to_string(k.words, ', ')
              when k.type = 'string' then 'a text'
              when k.type = 'number' then 'a whole number'
              when k.type = 'boolean' then 'true or false'
              when k.type = 'array' then 'a list'
              when k.type = 'object' then 'an object'
            end,
            postil_private.shortened((o.value -> k.key)::text)
          )
        end
      from objects as o
      join postil_private.definition_keys() as k on k.part = o.part
      where case
          when o.value ->> k.key is null then k.required
          when jsonb_typeof(o.value -> k.key) <> k.type then true
          when k.words is not null then o.value ->> k.key <> all (k.words)
          when k.type = 'number' then
            (o.value ->> k.key)::numeric <> trunc((o.value ->> k.key)::numeric)
            or abs((o.value ->> k.key)::numeric) > 2147483647
        end
    )
  select
    p.part,
    p.problem,
    row_number() over (
      order by array_position(array['dataset', 'fields', 'questions', 'metadata_properties'], p.part), p.index, p.place,
        p.problem
    )
  from problems as p
$$;
comment on function postil_private.definition_problems(jsonb) is
  'What is not as it should be in the definition of a dataset, an object, and where: fields[1].nmae.';
