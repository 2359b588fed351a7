-- The key is shown here and nowhere else; a hash of it is kept.
select plan(6);
select test.team();
select test.act_as('annotator');
create temporary table made as select * from postil.create_api_key('laptop');
select matches((select api_key from made), '^postil_[A-Za-z0-9_-]{43}$');
select is((select prefix from made), (select left(api_key, 13) from made), 'enough to recognise it by');
select test.act_as_superuser();
select is((select id from postil_private.api_keys), (select id from made));
select is((select user_id from postil_private.api_keys), test.user('annotator'));
select is((select sha256 from postil_private.api_keys), (select sha256(convert_to(api_key, 'UTF8')) from made));
select is_empty(
  'select from postil_private.api_keys as k, made as m where position(m.api_key in k::text) > 0', 'only its hash'
);
select * from finish();
