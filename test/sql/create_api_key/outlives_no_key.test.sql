-- Signed in with a key that expires, as the claim says, one makes no key that is valid for longer.
select plan(7);
select test.team();
create function pg_temp.sign_in(name text, ends timestamptz) returns void language sql as $$
  select test.act_as(name);
  select set_config(
    'request.jwt.claims',
    (current_setting('request.jwt.claims')::jsonb || jsonb_build_object('key_expires_at', extract(epoch from ends)))::text,
    true
  );
$$;
grant execute on function pg_temp.sign_in to public;
select pg_temp.sign_in('annotator', now() + interval '1 hour');
select throws_ok($$ select postil.create_api_key('key') $$, 'PN403', null, 'never expires');
select throws_ok(
  $$ select postil.create_api_key('key', expires_at => now() + interval '61 minutes') $$, 'PN403', null, 'later'
);
select lives_ok($$ select postil.create_api_key('key', expires_at => now() + interval '1 hour') $$, 'at the same time');
select lives_ok($$ select postil.create_api_key('key', expires_at => now() + interval '1 minute') $$, 'sooner');
select pg_temp.sign_in('owner', now() + interval '1 hour');
select throws_ok($$ select postil.create_api_key('key', test.user('viewer')) $$, 'PN403', null, 'not for others either');
select pg_temp.sign_in('owner', null);
select lives_ok($$ select postil.create_api_key('key') $$, 'a key that does not expire');
select test.act_as('owner');
select lives_ok($$ select postil.create_api_key('key') $$, 'no key at all');
select * from finish();
