-- When a record flipped, without reading all events. Those of many records at once are all under one id that no record has:
-- so whoever changes many at once pays nothing for each, and they are found together.
-- One index and no predicate: each of either would cost every event some microseconds more.

-- squawk-ignore require-concurrent-index-creation
create index events_by_record on postil_private.outbox using gin (
  (case when cardinality(record_ids) < 100 then record_ids else '{00000000-0000-0000-0000-000000000000}' end)
) with (fastupdate = off);

-- It has other arguments now.
drop function if exists postil_private.refuse_invalid(text, bigint, text[], text[], text);

-- They return more; what hangs on them goes with them, and all are made anew.
drop function if exists postil.explain_status(text, uuid);
drop function if exists postil_private.flips_of_record(text, uuid);
drop function if exists postil_private.last_flips(text, uuid);
delete from postil_private.repeatables where path in ('explain/explain_status.grant.sql', 'explain/flips_of_record.grant.sql');
