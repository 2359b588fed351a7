-- Locked, so that nobody changes the text before this transaction ends; and read after the wait, as it is then.
create or replace function postil_private.text_length(namespace text, record_id uuid, field text)
  returns integer
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  length integer;
begin
  select char_length(r.fields ->> field)
  into length
  from postil.records as r
  where r.namespace = text_length.namespace
    and r.id = record_id
  for no key update;
  return length;
end
$$;
comment on function postil_private.text_length(text, uuid, text) is
  'How many code points a text of a record has that spans refer to; it keeps them until the end of the transaction.';
