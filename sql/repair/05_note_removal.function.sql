-- Before the removal, as what goes by a cascade is returned by nothing. What is noted is locked, so nothing more comes to
-- refer to it.
create or replace function postil_private.note_removal(of_table regclass, condition text)
  returns void
  language plpgsql
  volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  reference record;
  noted bigint;
begin
  execute format(
    'with doomed as (select %1$s as named, to_jsonb(f) as was from %2$s as f where %3$s for update) '
    'insert into postil_private.repairs (kind, object, was) '
    'select ''removed'', %2$L || '' '' || d.named, d.was from doomed as d order by d.named',
    (select k.named from postil_private.foreign_keys() as k where k.from_table = of_table limit 1), of_table, condition
  );
  get diagnostics noted = row_count;
  if noted = 0 then
    return;
  end if;
  for reference in
    select * from postil_private.foreign_keys() as k where k.to_table = of_table and k.on_delete = 'c'
  loop
    perform postil_private.note_removal(
      reference.from_table,
      format(
        'exists (select from %1$s as t where %2$s and t.ctid in (select f.ctid from %1$s as f where %3$s))',
        of_table, reference.same, condition
      )
    );
  end loop;
end
$$;
comment on function postil_private.note_removal(regclass, text) is
  'repair(): notes the rows of a table that are about to be removed, and those that go with them by their foreign keys. '
  'condition: which, in terms of f.';
