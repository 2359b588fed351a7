-- As refuse_breaking_question_change().
create or replace function postil_private.refuse_extra_metadata()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  broken bigint;
begin
  perform postil_private.change_definition(new.namespace, new.key);
  select count(*)
  into broken
  from postil.records as r
  where r.namespace = new.namespace
    and r.dataset = new.key
    and r.metadata - array(
      select p.name from postil.metadata_properties as p where p.namespace = new.namespace and p.dataset = new.key
    ) <> '{}';
  if broken > 0 then
    raise exception using
      errcode = 'PN409',
      message = format('dataset %s: %s records have metadata that is no metadata property', new.key, broken),
      hint = 'Add the missing metadata properties, or change these records first.';
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_extra_metadata() is
  'Trigger on datasets: raises PN409 when extra metadata is no longer allowed, but there is some.';
