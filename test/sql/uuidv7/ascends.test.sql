-- Ids that one session makes are in the order in which it made them, which keeps inserts at the end of the index. Before
-- PostgreSQL 18, two of one microsecond may be in either order.
select plan(2);
create temporary table made as
select n, clock_timestamp() as before, postil_private.uuidv7() as id, clock_timestamp() as after
from generate_series(1, 10000) as n;
create temporary view neighbours as
select a.id as earlier, b.id as later from made as a join made as b on b.n = a.n + 1 and b.before > a.after;
select is_empty('select * from neighbours where earlier >= later');
select isnt_empty('select * from neighbours');
select * from finish();
