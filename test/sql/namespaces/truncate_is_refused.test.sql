-- Even for the owner of the table: it would pass by what protects a namespace.
select plan(2);
select throws_ok('truncate postil.namespaces cascade', 'PN423');
select isnt_empty('table postil.namespaces');
select * from finish();
