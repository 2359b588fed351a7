-- A row at a time: only this kind of trigger may name columns, and a trigger without them would have every change of a
-- record's count collect its rows and be checked.
-- Who adds spans locks the record, so this waits for them; those who come later wait for this. A transaction with a
-- snapshot of its own would not see them.
create or replace function postil_private.refuse_invalid_record_update()
  returns trigger
  language plpgsql
  security definer
  set search_path = ''
as $$
declare
  reasons text[];
  lost record;
begin
  perform postil_private.hold_definition(new.namespace, new.dataset);
  select array_agg(format('%s: %s', p.part, p.problem) order by p.part)
  into reasons
  from postil_private.record_problems(new.namespace, new.dataset, new.fields, new.metadata) as p;
  if reasons is not null then
    perform postil_private.refuse_invalid(
      'record', cardinality(reasons),
      array_fill(postil_private.record_name(new.namespace, new.id), array[least(cardinality(reasons), 10)]), reasons[:10],
      'What fields and metadata hold: docs/rules.md.'
    );
  end if;

  if new.fields <> old.fields and exists (
    select from postil.questions as q where q.namespace = new.namespace and q.dataset = new.dataset and q.type = 'span'
  ) then
    perform postil_private.require_read_committed('a change of a text that spans refer to');
    select * into lost from postil_private.lost_spans(new);
    if lost.responses + lost.suggestions > 0 then
      raise exception using
        errcode = 'PN409',
        message = format(
          '%s responses and %s suggestions have spans that the changed text does not fit', lost.responses, lost.suggestions
        ),
        detail = postil_private.record_name(new.namespace, new.id),
        hint = 'Delete these answers first, or keep the text and make a new record.';
    end if;
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_invalid_record_update() is
  'Trigger on records: raises PN422 when changed fields or metadata are not valid, PN409 when spans no longer fit a text.';
