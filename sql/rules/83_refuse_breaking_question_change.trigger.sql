create or replace trigger "30_refuse_breaking_change"
  after insert or update of required, settings or delete on postil.questions
  for each row
  execute function postil_private.refuse_breaking_question_change();
