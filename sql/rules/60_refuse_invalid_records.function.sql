-- As refuse_invalid_responses(): first which records are bad, of all that a statement has inserted; then why.
create or replace function postil_private.refuse_invalid_records()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
declare
  problems jsonb;
begin
  with
    rules as materialized (
      select d.namespace, d.dataset, p.*
      from (select distinct n.namespace, n.dataset from new_rows as n order by 1, 2) as d
      cross join lateral postil_private.held_record_rules(d.namespace, d.dataset) as p
    ),
    datasets as materialized (
      select distinct p.namespace, p.dataset, p.extra_metadata, p.fields, p.properties from rules as p
    ),
    bad as (
      select n.namespace, n.id, n.dataset, n.fields, n.metadata
      from new_rows as n
      join datasets as d on d.namespace = n.namespace and d.dataset = n.dataset
      where n.fields - d.fields <> '{}'
        or (not d.extra_metadata and n.metadata - d.properties <> '{}')
      union
      select n.namespace, n.id, n.dataset, n.fields, n.metadata
      from new_rows as n
      join rules as p on p.namespace = n.namespace and p.dataset = n.dataset
      where case
          when p.field_type is not null
            then postil_private.field_problem(p.field_type, p.required, n.fields -> p.name)
          when p.metadata_type is not null
            then postil_private.metadata_problem(p.metadata_type, p.settings, n.metadata -> p.name)
        end is not null
    )
  select jsonb_agg(
    jsonb_build_object('namespace', b.namespace, 'record_id', b.id, 'part', why.part, 'reason', why.problem)
    order by b.namespace, b.id, why.part
  )
  into problems
  from bad as b
  cross join lateral postil_private.record_problems(b.namespace, b.dataset, b.fields, b.metadata) as why;
  if problems is not null then
    perform postil_private.refuse_invalid('record', problems, 'What fields and metadata hold: docs/rules.md.');
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_invalid_records() is
  'Trigger on records: raises PN422 unless every record that a statement has inserted is valid.';
