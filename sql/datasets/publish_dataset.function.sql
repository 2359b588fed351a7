-- Invoker: row-level security decides, as for the table itself.
create or replace function postil.publish_dataset(namespace text, dataset text)
  returns postil.datasets
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  published postil.datasets;
begin
  update postil.datasets as d
  set status = 'ready'
  where d.namespace = publish_dataset.namespace
    and d.key = publish_dataset.dataset
  returning * into published;
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format('there is no dataset %L in namespace %L that you may publish', left(dataset, 100), left(namespace, 100)),
      hint = 'Admins of the namespace publish its datasets.';
  end if;
  return published;
end
$$;
comment on function postil.publish_dataset(text, text) is
  'Makes a dataset ready for responses, for good. PN422 unless it has a field and a required question.';
