-- A change of the definition is a change of the dataset; transactions with an older snapshot notice it by that.
select plan(3);
select test.dataset('letters');
set local session_replication_role = replica;
update postil.datasets set updated_at = '2001-01-01';
set local session_replication_role = origin;
update postil.questions set title = 'Mood' where name = 'mood';
select is((select updated_at from postil.datasets), '2001-01-01', 'a title is not what answers are checked against');
update postil.questions set settings = '{"options": [{"value": "a"}, {"value": "b"}]}' where name = 'topics';
select is((select updated_at from postil.datasets), now());
update postil.datasets set updated_at = '2001-01-01';
update postil.fields set required = true;
select is((select updated_at from postil.datasets), now());
select * from finish();
