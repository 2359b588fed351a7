-- A row that refers to nothing is one that its foreign key would have deleted. Until nothing is found: what referred to a
-- removed row is removed with it, by its own foreign key, or is found in the next round.
create or replace function postil_private.remove_orphans(of_tables regclass[])
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  reference record;
  condition text;
  removed bigint;
  removed_in_round bigint;
begin
  loop
    removed_in_round := 0;
    -- The others (ON DELETE RESTRICT) are for people to decide.
    for reference in
      select * from postil_private.foreign_keys() as k where k.on_delete = 'c' and k.from_table = any (of_tables)
    loop
      condition := format(
        '%s and not exists (select from %s as t where %s)', reference.refers, reference.to_table, reference.same
      );
      perform postil_private.note_removal(reference.from_table, condition);
      execute format('delete from %s as f where %s', reference.from_table, condition);
      get diagnostics removed = row_count;
      removed_in_round := removed_in_round + removed;
    end loop;
    exit when removed_in_round = 0;
  end loop;
end
$$;
comment on function postil_private.remove_orphans(regclass[]) is
  'repair(): removes the rows of these tables whose foreign key points nowhere, and keeps what they and those that went '
  'with them were in postil_private.repairs.';
