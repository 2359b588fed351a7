create or replace function postil_private.refuse_invalid(deed text, problems jsonb, hint text)
  returns void
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
declare
  total constant integer := jsonb_array_length(problems);
  reason text;
  details text;
begin
  select
    (array_agg(p.reason order by p.number))[1],
    string_agg(
      concat_ws(
        ', ', postil_private.record_name(p.namespace, p.record_id), 'user ' || u.name, 'agent ' || p.agent, p.reason
      ),
      E'\n' order by p.number
    )
  into reason, details
  from (
    select given.namespace, given.record_id, given.user_id, given.agent, given.number,
      concat_ws(': ', given.part, given.reason) as reason
    from rows from (
      jsonb_to_recordset(problems) as (
        namespace text, record_id uuid, user_id uuid, agent text, part text, reason text
      )
    ) with ordinality as given (namespace, record_id, user_id, agent, part, reason, number)
    limit 10
  ) as p
  left join postil.users as u on u.id = p.user_id;
  raise exception using
    errcode = 'PN422',
    message = format('%s: %s', deed, reason) || case when total > 1 then format(' (and %s more)', total - 1) else '' end,
    detail = details || case when total > 10 then format(E'\n… %s in all', total) else '' end,
    hint = hint;
end
$$;
comment on function postil_private.refuse_invalid(text, jsonb, text) is
  'Raises PN422 for what is not valid: the first in the message, up to 10 in the detail. problems: [{"namespace", '
  '"record_id", "user_id" or "agent", if it is theirs, "part", if it is one, "reason"}].';
