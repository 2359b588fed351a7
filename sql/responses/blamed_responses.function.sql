-- What is left when invalid_responses() has nothing to say: races, constraints. Tries all at once; if that fails, each half
-- by itself, and so on down to the rows that are to blame. A few among thousands so cost a few dozen statements.
-- Each trial is undone, which also gives back its locks: trials go in no order that others keep to.
create or replace function postil_private.blamed_responses(namespace postil.key, responses postil_private.new_response[])
  returns jsonb[]
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  size constant integer := cardinality(responses);
  half constant integer := size / 2;
  message text;
  details text;
  hint text;
begin
  begin
    perform postil_private.store_responses(namespace, responses);
    raise exception using errcode = 'PNTRY';
  exception
    when sqlstate 'PNTRY' then
      return array_fill(null::jsonb, array[size]);
    when others then
      -- Not a row's fault (a deadlock, a full disk): nothing to report about rows.
      if sqlstate !~ '^(22|23|PN422|PN409)' then
        raise;
      elsif size = 1 and sqlstate = '23503' then
        return array[null::jsonb]; -- Its record has just been deleted; who looks again finds that.
      elsif size = 1 then
        get stacked diagnostics message = message_text, details = pg_exception_detail, hint = pg_exception_hint;
        return array[
          jsonb_build_object(
            'code', sqlstate, 'message', message, 'details', nullif(details, ''), 'hint', nullif(hint, '')
          )
        ];
      end if;
  end;
  return postil_private.blamed_responses(namespace, responses[:half])
    || postil_private.blamed_responses(namespace, responses[half + 1 :]);
end
$$;
comment on function postil_private.blamed_responses(postil.key, postil_private.new_response[]) is
  'For each of these responses, of records that exist, why it cannot be stored, or null. Nothing is stored.';
