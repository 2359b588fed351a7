-- A lease ends with what its user answers after it. Times cannot tell what came after: of a transaction they are those of
-- its beginning, and an import brings its own.
alter table postil_private.leases
  add column snapshot pg_snapshot,
  add column after xid8;
update postil_private.leases set snapshot = pg_current_snapshot();
alter table postil_private.leases alter column snapshot set default pg_current_snapshot();
-- Few, and none for longer than a day.
-- squawk-ignore adding-not-nullable-field
alter table postil_private.leases alter column snapshot set not null;
-- What reads the column; sql/ makes it anew.
drop function if exists postil_private.live_leases();
delete from postil_private.repeatables where path = 'leases/01_live_leases.function.sql';
-- squawk-ignore ban-drop-column
alter table postil_private.leases drop column leased_at;
comment on column postil_private.leases.snapshot is 'What could be seen when it was given. Answers that could not be end it.';
comment on column postil_private.leases.after is
  'The transaction that gave it, if the same one had discarded the record before.';
