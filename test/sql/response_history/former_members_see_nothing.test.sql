-- As of responses: for somebody who is no member of it, a namespace does not exist.
select plan(2);
select test.team();
update postil.responses set status = 'draft' where namespace = 'team';
create function pg_temp.seen() returns bigint language plpgsql as $$
begin
  perform test.act_as('annotator');
  return (select count(*) from postil.response_history('team', test.id('a')));
end
$$;
select is(pg_temp.seen(), 1::bigint);
select test.act_as_superuser();
delete from postil.members where user_id = test.user('annotator');
select is(pg_temp.seen(), 0::bigint);
select * from finish();
