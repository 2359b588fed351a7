select plan(5);
select test.team();
insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('stranger'), 'k', 'p', sha256('k'));
select test.respond('b', 'stranger', 'draft');
create temporary table gone as select * from postil.users where name = 'stranger';
select results_eq(
  $$
    select id, name, responses, submitted, draft, discarded, reopened, memberships, api_keys
    from postil.delete_user((select id from gone), 2)
  $$,
  $$ select id, 'stranger', 2::bigint, 1::bigint, 1::bigint, 0::bigint, 1::bigint, 1::bigint, 1::bigint from gone $$
);
select is(test.state('elsewhere-a'), '0 of 1, pending');
select is_empty('select from postil.users natural join gone');
select is_empty('select from postil.responses as r join gone on gone.id = r.user_id');
select ok((select seconds > 0 from postil_private.deletion_batches), 'how long it took is known');
select * from finish();
