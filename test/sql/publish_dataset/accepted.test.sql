-- By the function or by an update; again, it changes nothing.
select plan(5);
insert into postil.datasets (namespace, key) values ('default', 'letters'), ('default', 'poems');
select is((select string_agg(distinct status::text, ' ') from postil.datasets), 'draft', 'as they are born');
insert into postil.fields (namespace, dataset, name) values ('default', 'letters', 'text'), ('default', 'poems', 'text');
insert into postil.questions (namespace, dataset, name, type)
values ('default', 'letters', 'mood', 'text'), ('default', 'poems', 'mood', 'text');
select is((postil.publish_dataset('default', 'letters')).status, 'ready');
select is((postil.publish_dataset('default', 'letters')).status, 'ready');
select lives_ok($$ update postil.datasets set status = 'ready' where key = 'poems' $$);
select is((select string_agg(distinct status::text, ' ') from postil.datasets), 'ready');
select * from finish();
