create or replace function postil_private.record_rules(namespace text, dataset text)
  returns table (
    -- Of the dataset, the same in each row.
    extra_metadata boolean,
    fields text[],
    properties text[],
    -- A field, a metadata property, or neither in the row of a dataset that has none.
    name text,
    field_type postil.field_type,
    required boolean,
    metadata_type postil.metadata_type,
    settings jsonb
  )
  language plpgsql
  stable
  rows 10
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select
      d.allow_extra_metadata,
      coalesce(array_agg(part.name) filter (where part.field_type is not null) over (), '{}'),
      coalesce(array_agg(part.name) filter (where part.metadata_type is not null) over (), '{}'),
      part.name,
      part.field_type,
      part.required,
      part.metadata_type,
      part.settings
    from postil.datasets as d
    left join lateral (
      select f.name, f.type as field_type, f.required, null::postil.metadata_type as metadata_type, null::jsonb as settings
      from postil.fields as f
      where f.namespace = d.namespace
        and f.dataset = d.key
      union all
      select p.name, null, null, p.type, p.settings
      from postil.metadata_properties as p
      where p.namespace = d.namespace
        and p.dataset = d.key
    ) as part on true
    where d.namespace = record_rules.namespace
      and d.key = record_rules.dataset;
end
$$;
comment on function postil_private.record_rules(text, text) is
  'What the records of a dataset are checked against, a row for each field and each metadata property.';
