create or replace function postil_private.told_problems(deed text, whose text, reasons text[], hint text)
  returns jsonb
  language sql
  immutable
  set search_path = ''
as $$
  select jsonb_build_object(
    'code', 'PN422',
    'message', format('%s: %s', deed, reasons[1])
      || case when cardinality(reasons) > 1 then format(' (and %s more)', cardinality(reasons) - 1) else '' end,
    'details', (
      select string_agg(concat_ws(', ', whose, r.reason), E'\n' order by r.place)
      from unnest(reasons[:10]) with ordinality as r (reason, place)
    ),
    'hint', hint
  )
$$;
comment on function postil_private.told_problems(text, text, text[], text) is
  'What refuse_invalid() raises, of one row of a call.';
