-- Definer: who makes a dataset can call no function of postil_private by name.
create or replace function postil_private.refuse_bad_definition(definition jsonb)
  returns void
  language plpgsql
  immutable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  problems text[];
  first_part text;
begin
  if jsonb_typeof(definition) is distinct from 'object' then
    raise exception using
      errcode = 'PN422',
      message = 'the definition of a dataset is a JSON object',
      hint = 'For example {"key": "mail", "questions": [{"name": "mood", "type": "text"}]}.';
  end if;
  select array_agg(p.problem order by p.place), (array_agg(p.part order by p.place))[1]
  into problems, first_part
  from postil_private.definition_problems(definition) as p;
  if problems is not null then
    raise exception using
      errcode = 'PN422',
      message = 'the definition of a dataset: ' || problems[1]
        || case when cardinality(problems) > 1 then format(' (and %s more)', cardinality(problems) - 1) else '' end,
      detail = array_to_string(problems[:20], E'\n')
        || case when cardinality(problems) > 20 then format(E'\n… %s in all', cardinality(problems)) else '' end,
      hint = (
        select format('Known in %s: %s.', first_part, string_agg(k.key, ', ' order by k.place))
        from postil_private.definition_keys() as k
        where k.part = first_part
      );
  end if;
end
$$;
comment on function postil_private.refuse_bad_definition(jsonb) is
  'Raises PN422 unless this has the form of the definition of a dataset.';
