-- As refuse_breaking_question_change().
create or replace function postil_private.refuse_breaking_field_change()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  field constant postil.fields := case tg_op when 'DELETE' then old else new end;
  broken bigint;
  span text;
begin
  if tg_op = 'UPDATE' and (old.type, old.required) = (new.type, new.required) then
    return null;
  end if;
  if not postil_private.change_definition(field.namespace, field.dataset) then
    return null; -- The whole dataset goes.
  end if;
  if tg_op = 'DELETE' or field.type <> 'text' then
    select min(q.name)
    into span
    from postil.questions as q
    where q.namespace = field.namespace
      and q.dataset = field.dataset
      and q.type = 'span'
      and q.settings ->> 'field' = field.name;
    if span is not null then
      raise exception using
        errcode = 'PN409',
        message = format('field %s: question %s is about spans of its text', field.name, span),
        hint = 'Delete the question first.';
    end if;
  end if;
  perform postil_private.refuse_unready(field.namespace, field.dataset);
  select count(*)
  into broken
  from postil.records as r
  where r.namespace = field.namespace
    and r.dataset = field.dataset
    and case tg_op
      when 'DELETE' then r.fields ? field.name
      else postil_private.field_problem(field.type, field.required, r.fields -> field.name) is not null
    end;
  if broken > 0 then
    raise exception using
      errcode = 'PN409',
      message = format('field %s: %s records would no longer be valid', field.name, broken),
      hint = case tg_op
        when 'INSERT' then 'Add it as not required, give it to all records, then make it required.'
        else 'Change these records first.'
      end;
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_breaking_field_change() is
  'Trigger on fields: raises PN409 when a change leaves records that are not valid.';
