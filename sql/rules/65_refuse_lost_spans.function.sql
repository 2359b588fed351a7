-- Who adds spans locks the record, so this waits for them; those who come later wait for this. A transaction with a
-- snapshot of its own would not see them.
-- The record is read again: when this was deferred, it may have changed once more, or be gone.
create or replace function postil_private.refuse_lost_spans()
  returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  changed postil.records;
  lost record;
begin
  if not exists (
    select from postil.questions as q where q.namespace = new.namespace and q.dataset = new.dataset and q.type = 'span'
  ) then
    return null;
  end if;
  perform postil_private.require_read_committed('a change of a text that spans refer to');
  select r.* into changed from postil.records as r where r.namespace = new.namespace and r.id = new.id;
  if not found then
    return null;
  end if;
  select * into lost from postil_private.lost_spans(changed);
  if lost.responses + lost.suggestions > 0 then
    raise exception using
      errcode = 'PN409',
      message = format(
        '%s responses and %s suggestions have spans that the changed text does not fit', lost.responses, lost.suggestions
      ),
      detail = postil_private.record_name(new.namespace, new.id),
      hint = 'Send the corrected answers with the text, in one row of upsert_records, or delete them first, or keep the '
        'text and make a new record.';
  end if;
  return null;
end
$$;
comment on function postil_private.refuse_lost_spans() is
  'Trigger on records: raises PN409 when spans no longer fit a changed text.';
