-- But for those of namespaces where they may respond as a member.
select plan(2);
select test.user('root', owner => true), test.user('ana', owner => true), test.user('cleo', owner => true);
select test.member(name, 'default', 'annotator') from unnest(array['ben', 'cleo']) as name;
select test.dataset('letters');
select test.record('a'), test.record('b'), test.record('c');
select test.member('dora', 'default', 'viewer');
update postil.users set owner = true where name = 'dora';
select test.next(name) from unnest(array['ana', 'cleo', 'dora']) as name;
update postil.users set owner = name = 'root';
select is(
  array(select u.name from postil_private.leases as l join postil.users as u on u.id = l.user_id), array['cleo']
);
select is(test.next('ben', 3), 'a c');
select * from finish();
