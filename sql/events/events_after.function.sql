-- Definer: it asks postil_private who calls.
create or replace function postil.events_after(namespace text, after text default null, "limit" integer default 1000)
  returns table (
    "position" text,
    id text,
    type text,
    dataset text,
    record_id uuid,
    user_id uuid,
    role text,
    at timestamptz
  )
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  last_transaction xid8 := '0';
  last_batch uuid := '00000000-0000-0000-0000-000000000000';
  last_place bigint := 0;
begin
  perform postil_private.require_administer(events_after.namespace);
  if events_after."limit" is null or events_after."limit" not between 1 and 10000 then
    raise exception using
      errcode = 'PN422',
      message = 'limit is 1 to 10000',
      hint = 'Ask again for what comes after.';
  end if;
  if after is not null then
    if after !~ '^\d{1,19}/[0-9a-f-]{36}/\d{1,9}$' or postil_private.as_uuid(split_part(after, '/', 2)) is null then
      raise exception using
        errcode = 'PN422',
        message = format('%L is not the position of an event', postil_private.shortened(after)),
        hint = 'Give the position of the last event that you have seen, or leave it out to begin with the first.';
    end if;
    last_transaction := split_part(after, '/', 1)::xid8;
    last_batch := split_part(after, '/', 2)::uuid;
    last_place := split_part(after, '/', 3)::bigint;
  end if;
  return query
    select e.position, e.id, e.type, e.dataset::text, e.record_id, e.user_id, e.role, e.at
    from postil.events as e
    where e.namespace = events_after.namespace
      and (e.transaction, e.batch) >= (last_transaction, last_batch)
      and (e.transaction, e.batch, e.place) > (last_transaction, last_batch, last_place)
    order by e.transaction, e.batch, e.place
    limit events_after."limit";
end
$$;
comment on function postil.events_after(text, text, integer) is
  'The events of a namespace after a position, in order, at most limit (1 to 10000) of them. Remember the position of the '
  'last one and ask again: each event comes exactly once.';
