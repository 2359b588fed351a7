-- A row that refers to nothing is one that its foreign key would have deleted. Until nothing is found: what referred to a
-- removed row is removed with it, by its own foreign key, or is found in the next round.
create or replace function postil_private.remove_orphans()
  returns void
  language plpgsql
  volatile
  set search_path = ''
as $$
declare
  reference record;
  removed bigint;
  removed_in_round bigint;
begin
  loop
    removed_in_round := 0;
    -- The others (ON DELETE RESTRICT) are for people to decide.
    for reference in select * from postil_private.foreign_keys() where on_delete = 'c' loop
      execute format(
        'with gone as ('
        'delete from %1$s as f where %2$s and not exists (select from %3$s as t where %4$s) returning %5$s as named, to_jsonb(f) as was'
        ') insert into postil_private.repairs (kind, object, was) '
        'select ''removed'', %6$L || '' '' || gone.named, gone.was from gone',
        reference.from_table, reference.refers, reference.to_table, reference.same, reference.named,
        reference.from_table
      );
      get diagnostics removed = row_count;
      removed_in_round := removed_in_round + removed;
    end loop;
    exit when removed_in_round = 0;
  end loop;
end
$$;
comment on function postil_private.remove_orphans() is
  'repair(): removes the rows whose foreign key points nowhere, and keeps what they were in postil_private.repairs.';
