create or replace function postil_private.lock_dataset(namespace text, dataset text)
  returns integer
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  found_min_submitted integer;
begin
  select d.min_submitted
  into found_min_submitted
  from postil.datasets as d
  where d.namespace = lock_dataset.namespace
    and d.key = dataset
  for share;
  if not found then
    raise exception using
      errcode = 'PN404',
      message = format('there is no dataset %L in namespace %L', postil_private.shortened(dataset), lock_dataset.namespace),
      hint = 'Create it first: postil dataset create';
  end if;
  return found_min_submitted;
end
$$;
comment on function postil_private.lock_dataset(text, text) is
  'Keeps a dataset''s min_submitted as it is until the end of the transaction, and returns it; raises PN404 when there is '
  'no such dataset.';
