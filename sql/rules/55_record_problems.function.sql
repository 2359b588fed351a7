create or replace function postil_private.record_problems(namespace text, dataset text, fields jsonb, metadata jsonb)
  returns table (part text, problem text)
  language plpgsql
  stable
  rows 1
  set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
    with
      rules as materialized (
        select p.* from postil_private.record_rules(record_problems.namespace, record_problems.dataset) as p
      ),
      datasets as materialized (select p.extra_metadata, p.fields, p.properties from rules as p limit 1)
    select format('field %s', k.name), 'is no field of the dataset'
    from datasets as d
    cross join lateral jsonb_object_keys(record_problems.fields - d.fields) as k (name)
    union all
    select format('metadata %s', k.name), 'is no metadata property, and the dataset allows no others'
    from datasets as d
    cross join lateral jsonb_object_keys(record_problems.metadata - d.properties) as k (name)
    where not d.extra_metadata
    union all
    select checked.*
    from rules as p
    cross join lateral (
      select format('field %s', p.name),
        postil_private.field_problem(p.field_type, p.required, record_problems.fields -> p.name)
      where p.field_type is not null
      union all
      select format('metadata %s', p.name),
        postil_private.metadata_problem(p.metadata_type, p.settings, record_problems.metadata -> p.name)
      where p.metadata_type is not null
    ) as checked (part, problem)
    where checked.problem is not null;
end
$$;
comment on function postil_private.record_problems(text, text, jsonb, jsonb) is
  'What is not valid in the fields and metadata of one record.';
