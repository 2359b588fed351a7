select plan(3);
create temporary table made as select postil_private.uuidv7() as id from generate_series(1, 1000);
select is((select count(distinct id) from made), 1000::bigint);
select is_empty($$ select id from made where id::text !~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-' $$);
select is_empty(
  $$
    select id
    from made
    where to_timestamp(('x0000' || left(replace(id::text, '-', ''), 12))::bit(64)::bigint / 1000.0)
      not between now() - interval '1 second' and clock_timestamp()
  $$,
  'the first 48 bits are the time in milliseconds'
);
select * from finish();
