revoke all on function postil.publish_dataset(text, text) from public, anon;
grant execute on function postil.publish_dataset(text, text) to authenticated, service_role;
