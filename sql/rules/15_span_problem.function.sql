-- Sorted by start, two spans overlap somewhere only if two neighbours do, so one sort finds it.
create or replace function postil_private.span_problem(
  options jsonb,
  allow_overlapping boolean,
  text_length integer,
  value jsonb
)
  returns text
  language plpgsql
  immutable
  parallel safe
  set search_path = pg_catalog, pg_temp
as $$
begin
  if jsonb_typeof(value) <> 'array' then
    return 'is not a list of {"label", "start", "end"}';
  elsif jsonb_array_length(value) > 10000 then
    return 'has more than 10,000 spans';
  end if;
  return (
    select case
      when not bool_and(s.well_formed) then 'is not a list of {"label", "start", "end"}'
      when not bool_and(options ? s.label) then 'has a label that is not an option'
      when text_length is null and count(*) > 0 then 'has a span in a text that is not there'
      when not bool_and(s.start >= 0 and s.start < s.stop and s.stop <= text_length
        and s.start = trunc(s.start) and s.stop = trunc(s.stop))
        then format('has a span without 0 ≤ start < end ≤ %s, in whole characters', text_length)
      when not allow_overlapping and bool_or(s.start < s.stop_before) then 'has spans that overlap'
    end
    from (
      select p.well_formed, p.label, p.start, p.stop, lag(p.stop) over (order by p.start, p.stop) as stop_before
      from (
        select
          case when jsonb_typeof(e.item) = 'object'
            then e.item - array['label', 'start', 'end'] = '{}'
              and e.item ?& array['label', 'start', 'end']
              and jsonb_typeof(e.item -> 'label') = 'string'
              and jsonb_typeof(e.item -> 'start') = 'number'
              and jsonb_typeof(e.item -> 'end') = 'number'
            else false
          end as well_formed,
          e.item ->> 'label' as label,
          case when jsonb_typeof(e.item -> 'start') = 'number' then (e.item -> 'start')::numeric end as start,
          case when jsonb_typeof(e.item -> 'end') = 'number' then (e.item -> 'end')::numeric end as stop
        from jsonb_array_elements(value) as e (item)
      ) as p
    ) as s
  );
end
$$;
comment on function postil_private.span_problem(jsonb, boolean, integer, jsonb) is
  'Why a value is no answer to a question of type span, or null. Places are in code points of a text of that length.';
