-- A change that was judged by what the server remembers is confirmed by its own statement: where that no longer holds, the
-- whole trip is undone, and the change is made again in two.
create function as_known(p_known boolean) returns boolean language plpgsql as $$
begin
  if p_known then return true; end if;
  raise exception 'not as it was known' using errcode = 'CS002';
end $$;
