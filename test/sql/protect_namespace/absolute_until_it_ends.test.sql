-- For everybody, and by every path; its end is a call of its own, of which the audit tells.
select plan(9);
select test.team();
delete from postil.datasets where namespace = 'team';
select test.act_as('owner');
select is((select protected from postil.protect_namespace('team')), true);
select throws_ok($$ delete from postil.namespaces where key = 'team' $$, 'PN423');
select test.act_as_superuser();
select throws_ok($$ delete from postil.namespaces where key = 'team' $$, 'PN423');
select throws_ok($$ select postil.unprotect_namespace('default') $$, 'PN423');
select throws_ok($$ select postil.unprotect_namespace('none') $$, 'PN404');
select test.act_as('owner');
select is((select protected from postil.unprotect_namespace('team')), false);
delete from postil.namespaces where key = 'team';
select results_eq(
  $$
    select action, user_name collate "default", function from postil.audit
    where action like 'namespace.%' and namespace = 'team' order by seq
  $$,
  $$ values
    ('namespace.made', null, null), ('namespace.protected', 'owner', 'protect_namespace'),
    ('namespace.unprotected', 'owner', 'unprotect_namespace'), ('namespace.deleted', 'owner', null) $$
);
select test.act_as_superuser();
select is(test.who_can($$ select postil.protect_namespace('elsewhere') $$), 'owner service_role');
select is(test.who_can($$ select postil.unprotect_namespace('elsewhere') $$), 'owner service_role');
select * from finish();
