create or replace function postil_private.question_rules(namespace text, dataset text)
  returns table (
    ready boolean,
    name text,
    type postil.question_type,
    required boolean,
    options jsonb,
    lenient boolean, -- Ties, or overlapping spans, are allowed.
    field text -- That spans refer to.
  )
  language plpgsql
  stable
  rows 10
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    select
      d.status = 'ready',
      q.name,
      q.type,
      q.required,
      postil_private.question_options(q.type, q.settings),
      q.settings @> '{"allow_ties": true}' or q.settings @> '{"allow_overlapping": true}',
      case when q.type = 'span' then q.settings ->> 'field' end
    from postil.datasets as d
    left join postil.questions as q on q.namespace = d.namespace and q.dataset = d.key
    where d.namespace = question_rules.namespace
      and d.key = question_rules.dataset;
end
$$;
comment on function postil_private.question_rules(text, text) is
  'What answers to a dataset''s questions are checked against, a row for each question; one without a name if there is none.';
