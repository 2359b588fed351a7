-- Anybody may enter the schema, so there is nothing in it but what anybody may call.
select plan(3);
select functions_are('postil_gate', array['check_user']);
select is_empty($$ select from pg_class where relnamespace = 'postil_gate'::regnamespace $$);
select schema_privs_are('postil_gate', 'anon', array['USAGE']);
select * from finish();
