-- ON CONFLICT would refuse them too, but could not say which row is to blame.
create or replace function postil_private.refuse_repeated_suggestions(rows jsonb, first integer)
  returns void
  language plpgsql
  stable
  set search_path = ''
as $$
declare
  bad record;
begin
  select first + r.index - 1 as index, s.question, s.agent
  into bad
  from postil_private.record_rows(rows) as r
  cross join jsonb_to_recordset(r.suggestions) as s (question text, agent text)
  group by r.index, s.question, s.agent
  having count(*) > 1
  order by r.index
  limit 1;
  if found then
    raise exception using
      errcode = 'PN409',
      message = format('row %s: more than one suggestion by %L for question %L', bad.index, bad.agent, bad.question),
      hint = 'An agent has one suggestion for each question of a record. Which should win?';
  end if;
end
$$;
comment on function postil_private.refuse_repeated_suggestions(jsonb, integer) is
  'Raises PN409 when a row has two suggestions of one agent for one question.';
