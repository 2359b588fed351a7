select plan(2);
prepare found as
select wrong, example from postil.verify() where "check" = 'namespace default is there and protected';
update postil.namespaces set protected = false where key = 'default';
select results_eq('found', $$ values (1::bigint, 'default') $$);
delete from postil.namespaces where key = 'default';
select results_eq('found', $$ values (1::bigint, 'default') $$, 'gone');
select * from finish();
