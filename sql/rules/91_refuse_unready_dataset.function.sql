-- Definer: no API role can call functions of postil_private.
create or replace function postil_private.refuse_unready_dataset()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform postil_private.refuse_unready(new.namespace, new.key);
  return null;
end
$$;
comment on function postil_private.refuse_unready_dataset() is
  'Trigger on datasets: raises PN422 when a dataset is published without a field or a required question.';
