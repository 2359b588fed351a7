-- Who changes the definition meanwhile updates the dataset's row too, so one of the two waits and then sees the other.
create or replace trigger "30_refuse_unready_dataset"
  after insert or update of status on postil.datasets
  for each row
  when (new.status = 'ready')
  execute function postil_private.refuse_unready_dataset();
