-- A constraint, so that a text and the spans in it may change one after the other: upsert_records() defers it, and so may
-- every transaction (set constraints). PostgreSQL has no "or replace" for these.
drop trigger if exists "20_refuse_lost_spans" on postil.records;
create constraint trigger "20_refuse_lost_spans"
  after update of fields on postil.records
  deferrable initially immediate
  for each row
  when (old.fields is distinct from new.fields)
  execute function postil_private.refuse_lost_spans();
