-- Definer: it looks at all responses, and locks.
create or replace function postil_private.refuse_breaking_question_change()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  question constant postil.questions := case tg_op when 'DELETE' then old else new end;
  broken record;
begin
  if tg_op = 'UPDATE' and postil_private.is_looser(new, old) and new.required >= old.required then
    return null;
  end if;
  if not postil_private.change_definition(question.namespace, question.dataset) then
    return null; -- The whole dataset goes.
  end if;
  if tg_op <> 'DELETE' and question.type = 'span' and not exists (
    select
    from postil.fields as f
    where f.namespace = question.namespace
      and f.dataset = question.dataset
      and f.name = question.settings ->> 'field'
      and f.type = 'text'
  ) then
    raise exception using
      errcode = 'PN422',
      message = format('question %s: there is no text field %s in the dataset', question.name, postil_private.shortened(question.settings ->> 'field')),
      hint = 'Add the field first.';
  end if;
  perform postil_private.refuse_unready(question.namespace, question.dataset);
  select * into broken from postil_private.broken_answers(question.namespace, question.dataset, question.name);
  if broken.responses + broken.suggestions > 0 then
    raise exception using
      errcode = 'PN409',
      message = format(
        'question %s: %s responses and %s suggestions would no longer be valid',
        question.name, broken.responses, broken.suggestions
      ),
      hint = 'Change or delete these answers first, or make a question under another name.';
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_breaking_question_change() is
  'Trigger on questions: raises PN409 when a change leaves answers that are not valid.';
