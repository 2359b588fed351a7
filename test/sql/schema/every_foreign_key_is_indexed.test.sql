-- On the referring side, its columns first: else a delete of what is referred to scans the whole table.
select plan(1);
select is_empty(
  $$
    select c.conrelid::regclass, c.conname
    from pg_constraint as c
    where c.contype = 'f'
      and c.connamespace in ('postil'::regnamespace, 'postil_private'::regnamespace)
      and not exists (
        select
        from pg_index as i
        where i.indrelid = c.conrelid
          and i.indpred is null
          and c.conkey @> (i.indkey::smallint[])[0:cardinality(c.conkey) - 1]
          and c.conkey <@ (i.indkey::smallint[])[0:cardinality(c.conkey) - 1]
      )
  $$
);
select * from finish();
