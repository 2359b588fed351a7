-- When a record flipped, without reading all events. Whoever tells of many records at once pays nothing for each.

-- squawk-ignore require-concurrent-index-creation
create index events_of_few_by_record on postil_private.outbox using gin (record_ids) with (fastupdate = off)
  where cardinality(record_ids) < 100;
-- squawk-ignore require-concurrent-index-creation
create index events_of_many on postil_private.outbox (namespace, id)
  where cardinality(record_ids) >= 100;

-- It has other arguments now.
drop function if exists postil_private.refuse_invalid(text, bigint, text[], text[], text);
