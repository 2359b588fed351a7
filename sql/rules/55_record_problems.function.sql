create or replace function postil_private.record_problems(namespace text, dataset text, fields jsonb, metadata jsonb)
  returns table (part text, problem text)
  language plpgsql
  stable
  rows 1
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select 'field ' || postil_private.shortened(k.name), 'is no field of the dataset'
    from jsonb_object_keys(
      record_problems.fields - array(
        select f.name
        from postil.fields as f
        where f.namespace = record_problems.namespace
          and f.dataset = record_problems.dataset
      )
    ) as k (name)
    union all
    select 'field ' || f.name, checked.problem
    from postil.fields as f
    cross join lateral postil_private.field_problem(f.type, f.required, record_problems.fields -> f.name) as checked (problem)
    where f.namespace = record_problems.namespace
      and f.dataset = record_problems.dataset
      and checked.problem is not null
    union all
    select 'metadata ' || postil_private.shortened(k.name), 'is no metadata property, and the dataset allows no others'
    from postil.datasets as d
    cross join lateral jsonb_object_keys(
      record_problems.metadata - array(
        select p.name
        from postil.metadata_properties as p
        where p.namespace = record_problems.namespace
          and p.dataset = record_problems.dataset
      )
    ) as k (name)
    where d.namespace = record_problems.namespace
      and d.key = record_problems.dataset
      and not d.allow_extra_metadata
    union all
    select 'metadata ' || p.name, checked.problem
    from postil.metadata_properties as p
    cross join lateral postil_private.metadata_problem(p.type, p.settings, record_problems.metadata -> p.name) as checked (problem)
    where p.namespace = record_problems.namespace
      and p.dataset = record_problems.dataset
      and checked.problem is not null;
end
$$;
comment on function postil_private.record_problems(text, text, jsonb, jsonb) is
  'What is not valid in the fields and metadata of one record.';
