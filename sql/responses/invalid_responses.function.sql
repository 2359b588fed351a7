-- Undone, which gives back the locks of texts that spans refer to: this comes in no order that others keep to.
create or replace function postil_private.invalid_responses(
  namespace postil.key,
  datasets text[],
  responses postil_private.new_response[]
)
  returns jsonb[]
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  refusals jsonb[];
begin
  begin
    with
      problems as materialized (
        select d.places[p.place] as place, p.record_id, p.user_id, concat_ws(': ', p.part, p.reason) as reason
        from (
          select w.dataset, array_agg(w.place order by w.place) as places,
            array_agg(row(w.record_id, w.user_id, w.status, w."values")::postil_private.new_response order by w.place) as responses
          from rows from (unnest(datasets), unnest(responses)) with ordinality
            as w (dataset, record_id, user_id, status, "values", place)
          group by w.dataset
          order by w.dataset
          offset 0
        ) as d
        cross join lateral postil_private.response_problems(invalid_responses.namespace, d.dataset, d.responses) as p
      ),
      refused as (
        select
          p.place,
          postil_private.told_problems(
            'response',
            concat_ws(
              ', ', postil_private.record_name(invalid_responses.namespace, p.record_id),
              (select 'user ' || u.name from postil.users as u where u.id = p.user_id)
            ),
            array_agg(p.reason order by p.reason),
            'What each question takes: docs/rules.md.'
          ) as refusal
        from problems as p
        group by p.place, p.record_id, p.user_id
      )
    select array_agg(r.refusal order by w.place)
    into refusals
    from generate_subscripts(responses, 1) as w (place)
    left join refused as r on r.place = w.place;
    raise exception using errcode = 'PNTRY';
  exception when sqlstate 'PNTRY' then
    return refusals;
  end;
end
$$;
comment on function postil_private.invalid_responses(postil.key, text[], postil_private.new_response[]) is
  'For each of these responses, to records of these datasets, why it is not valid, or null. All at once.';
