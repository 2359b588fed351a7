create or replace function postil_private.held_question_rules(namespace text, dataset text)
  returns table (
    ready boolean,
    name text,
    type postil.question_type,
    required boolean,
    options jsonb,
    lenient boolean,
    field text
  )
  language plpgsql
  volatile
  rows 10
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.hold_definition(namespace, dataset);
  return query select * from postil_private.question_rules(namespace, dataset);
end
$$;
comment on function postil_private.held_question_rules(text, text) is
  'question_rules() of now, which stay until the end of the transaction. Volatile: it must not see an older state.';
