-- One user for each key, and nothing but a hash of it.
select plan(4);
prepare keep (text, bytea) as
insert into postil_private.api_keys (user_id, name, prefix, sha256) values (test.user('ana'), $1, 'postil_', $2);
select lives_ok($$ execute keep('laptop', sha256('a')) $$);
select throws_ok($$ execute keep('another', sha256('a')) $$, '23505');
select throws_ok($$ execute keep('the key itself', 'postil_a') $$, '23514');
select throws_ok($$ execute keep(repeat('a', 201), sha256('b')) $$, '23514');
select * from finish();
