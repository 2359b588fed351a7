-- Else each answer pays for a call. Lists are looked at by functions, which is what they cost.
select plan(3);
create function pg_temp.plan() returns setof text language plpgsql as $$
begin
  return query execute $sql$
    explain (verbose)
    select postil_private.answer_problem(q.type, q.required, q.settings, false, 1, true, a.values -> q.name),
      postil_private.field_problem(f.type, f.required, r.fields -> f.name),
      postil_private.metadata_problem(p.type, p.settings, r.metadata -> p.name)
    from postil.questions as q, postil.responses as a, postil.records as r, postil.fields as f,
      postil.metadata_properties as p
  $sql$;
end
$$;
select is_empty(
  $$ select line from pg_temp.plan() as line where line ~ '(answer|value|text|rating|label|field|metadata)_problem\(' and line !~ 'multi_label' $$
);
select is((select count(*) from pg_temp.plan() as line where line ~ 'is not answered'), 1::bigint);
select is(
  (
    select string_agg(distinct found[1], ' ' order by found[1])
    from pg_temp.plan() as line
    cross join regexp_matches(line, '(\w+_problem)\(', 'g') as found
  ),
  'chat_problem multi_label_problem ranking_problem span_problem'
);
select * from finish();
