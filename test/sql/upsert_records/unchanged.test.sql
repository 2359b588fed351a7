-- What says nothing new writes nothing: the rows stay the same versions.
select plan(2);
select test.dataset('letters');
select test.record('a'), test.respond('a', 'ana');
insert into postil.suggestions (namespace, record_id, question, agent, value)
values ('default', test.id('a'), 'mood', 'model', '"good"');
prepare versions as
select ctid as place from postil.records
union all select ctid from postil.responses
union all select ctid from postil.suggestions;
create temporary table before as execute versions;
select results_eq(
  $$
    select action from postil.upsert_records('default', 'letters', '[
      {"external_id": "a", "fields": {"text": "a"}, "metadata": {},
        "suggestions": [{"question": "mood", "agent": "model", "value": "good"}],
        "responses": [{"user": "ana", "status": "submitted", "values": {"mood": {"value": "good"}}}]}
    ]')
  $$,
  array['unchanged']
);
select bag_eq('versions', 'select place from before');
select * from finish();
