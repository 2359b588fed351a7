-- problems: of each the place ("record …, user …") and what is wrong there; the first of them, up to 10.
create or replace function postil_private.refuse_invalid(
  deed text,
  total bigint,
  places text[],
  reasons text[],
  hint text
)
  returns void
  language plpgsql
  immutable
  set search_path = ''
as $$
begin
  raise exception using
    errcode = 'PN422',
    message = format('%s: %s', deed, reasons[1]) || case when total > 1 then format(' (and %s more)', total - 1) else '' end,
    detail = (
      select string_agg(format('%s, %s', p.place, p.reason), E'\n' order by p.number)
      from unnest(places, reasons) with ordinality as p (place, reason, number)
    ) || case when total > cardinality(places) then format(E'\n… %s in all', total) else '' end,
    hint = hint;
end
$$;
comment on function postil_private.refuse_invalid(text, bigint, text[], text[], text) is
  'Raises PN422 for what is not valid: the first in the message, up to 10 in the detail.';
