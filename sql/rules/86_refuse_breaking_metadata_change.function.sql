-- As refuse_breaking_question_change().
create or replace function postil_private.refuse_breaking_metadata_change()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  property constant postil.metadata_properties := case tg_op when 'DELETE' then old else new end;
  broken bigint;
begin
  if tg_op = 'UPDATE' and (old.type, old.settings) = (new.type, new.settings) then
    return null;
  end if;
  if not postil_private.change_definition(property.namespace, property.dataset) then
    return null; -- The whole dataset goes.
  end if;
  select count(*)
  into broken
  from postil.records as r
  join postil.datasets as d on d.namespace = r.namespace and d.key = r.dataset
  where r.namespace = property.namespace
    and r.dataset = property.dataset
    and case tg_op
      when 'DELETE' then not d.allow_extra_metadata and r.metadata ? property.name
      else postil_private.metadata_problem(property.type, property.settings, r.metadata -> property.name) is not null
    end;
  if broken > 0 then
    raise exception using
      errcode = 'PN409',
      message = format('metadata property %s: %s records would no longer be valid', property.name, broken),
      hint = 'Change the metadata of these records first.';
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_breaking_metadata_change() is
  'Trigger on metadata properties: raises PN409 when a change leaves records that are not valid.';
