-- As PostgreSQL words it with lc_messages of these languages.
select plan(2);
select results_eq(
  $$
    select postil_private.called_function(format(E'%s\n%s', replace(frame, '%', 'postil_private.actor()'), replace(frame, '%', 'postil.delete_user(uuid,bigint)')))
    from (
      values
        ('PL/pgSQL function % line 20 at PERFORM'),
        ('PL/pgSQL-Funktion % Zeile 20 bei PERFORM'),
        ('fonction PL/pgSQL %, ligne 20 à PERFORM'),
        ('PL/pgSQL関数%の20行目 - PERFORM'),
        ('функция PL/pgSQL %, строка 20, оператор PERFORM'),
        ('PL/pgSQL 함수 "%" 의 20번째 PERFORM')
    ) as language (frame)
  $$,
  $$ select 'delete_user' from generate_series(1, 6) $$
);
select is(
  postil_private.called_function(E'PL/pgSQL function notpostil.f(uuid) line 1 at RETURN\nPL/pgSQL function inline_code_block line 1 at PERFORM'),
  null
);
select * from finish();
