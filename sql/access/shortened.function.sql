-- An error repeats what was sent, and a call of many rows does so for many of them; whoever sent it knows the rest.
create or replace function postil_private.shortened(said text)
  returns text
  language sql
  immutable
  parallel safe
  return case when char_length(said) > 100 then left(said, 99) || '…' else said end;
comment on function postil_private.shortened(text) is
  'What somebody wrote, as errors quote it: 100 characters at most, the last of which is an ellipsis if there were more.';
