-- Then no answer can have become invalid, and none has to be looked at: texts and order may change, options be added.
-- Not to a ranking, which has to rank them all.
create or replace function postil_private.is_looser(question postil.questions, than postil.questions)
  returns boolean
  language sql
  immutable
  set search_path = pg_catalog, pg_temp
as $$
  select (than.required or not question.required)
    and question.settings - array['options', 'allow_ties', 'allow_overlapping', 'use_markdown']
      = than.settings - array['options', 'allow_ties', 'allow_overlapping', 'use_markdown']
    and (question.settings @> '{"allow_ties": true}' or not than.settings @> '{"allow_ties": true}')
    and (question.settings @> '{"allow_overlapping": true}' or not than.settings @> '{"allow_overlapping": true}')
    and case
      when question.type = 'text' then true
      when question.type = 'ranking' then options.new = options.old
      else options.new @> options.old
    end
  from (
    values (
      postil_private.question_options(question.type, question.settings),
      postil_private.question_options(than.type, than.settings)
    )
  ) as options (new, old)
$$;
comment on function postil_private.is_looser(postil.questions, postil.questions) is
  'Whether a question takes every answer that it took before.';
