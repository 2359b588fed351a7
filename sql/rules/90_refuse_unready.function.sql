create or replace function postil_private.refuse_unready(namespace text, dataset text)
  returns void
  language plpgsql
  stable
  set search_path = pg_catalog, pg_temp
as $$
declare
  missing text;
begin
  select case
    when not exists (select from postil.fields as f where f.namespace = d.namespace and f.dataset = d.key)
      then 'a field'
    when not exists (
      select from postil.questions as q where q.namespace = d.namespace and q.dataset = d.key and q.required
    ) then 'a required question'
  end
  into missing
  from postil.datasets as d
  where d.namespace = refuse_unready.namespace
    and d.key = refuse_unready.dataset
    and d.status = 'ready';
  if missing is not null then
    raise exception using
      errcode = 'PN422',
      message = format('dataset %s is not ready without %s', dataset, missing),
      hint = 'Keep or make it a draft ("status": "draft") until it has one; a published dataset keeps at least one.';
  end if;
end
$$;
comment on function postil_private.refuse_unready(text, text) is
  'Raises PN422 when a dataset is ready and has no field or no required question.';
