-- A row at a time: only this kind of trigger may name columns, and a trigger without them would have every change of a
-- record's count collect its rows and be checked.
create or replace function postil_private.refuse_invalid_record_update()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  problems jsonb;
begin
  perform postil_private.hold_definition(new.namespace, new.dataset);
  select jsonb_agg(
    jsonb_build_object('namespace', new.namespace, 'record_id', new.id, 'part', p.part, 'reason', p.problem) order by p.part
  )
  into problems
  from postil_private.record_problems(new.namespace, new.dataset, new.fields, new.metadata) as p;
  if problems is not null then
    perform postil_private.refuse_invalid('record', problems, 'What fields and metadata hold: docs/rules.md.');
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_invalid_record_update() is
  'Trigger on records: raises PN422 when changed fields or metadata are not valid.';
