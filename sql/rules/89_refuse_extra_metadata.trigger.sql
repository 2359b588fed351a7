create or replace trigger "30_refuse_extra_metadata"
  after update of allow_extra_metadata on postil.datasets
  for each row
  when (old.allow_extra_metadata and not new.allow_extra_metadata)
  execute function postil_private.refuse_extra_metadata();
