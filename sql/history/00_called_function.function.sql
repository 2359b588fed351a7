-- Frames are worded in the language of the server: "PL/pgSQL function f() line 1", "PL/pgSQL-Funktion f() Zeile 1",
-- "fonction PL/pgSQL f(), ligne 1". No SET, so that it takes the place of its call.
create or replace function postil_private.called_function(stack text)
  returns text
  language sql
  immutable
  parallel safe
  return substring(stack from '.*PL/pgSQL[^\n.(]*[^\n.(a-z0-9_]postil\.([a-z0-9_]+)\(');
comment on function postil_private.called_function(text) is
  'The outermost function of the API on a stack of calls (pg_context), or null.';
