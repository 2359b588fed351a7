create or replace function postil_private.is_alone(namespace text, dataset text)
  returns boolean
  language sql
  stable
  set search_path = pg_catalog, pg_temp
as $$
  select array(
    select d.key::text
    from postil.datasets as d
    where d.namespace = is_alone.namespace
    limit 2
  ) = array[dataset]
$$;
comment on function postil_private.is_alone(text, text) is
  'Whether a namespace has this dataset and no other: then all of its responses are to records of this one.';
