-- After about every 200th row, so there are a few hundred at a time. Under REPEATABLE READ, rows that somebody else has
-- added up meanwhile would be an error.
create or replace trigger "10_add_up_progress"
  after insert on postil_private.progress
  for each row
  when (random() < 0.005 and current_setting('transaction_isolation') = 'read committed')
  execute function postil_private.add_up_progress();
