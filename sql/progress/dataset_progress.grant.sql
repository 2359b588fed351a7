revoke all on function postil.dataset_progress(text, text) from public, anon;
grant execute on function postil.dataset_progress(text, text) to authenticated, service_role;
