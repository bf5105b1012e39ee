-- What a command in a room is judged by, in one text that is the same as long as all of it is: whoever remembers it has
-- `as_known` compare it. Null to whom the session does not concern.
create function room_facts(p_item uuid) returns text
language sql stable security definer set search_path = pg_catalog, public as $$
  select concat(row(s.state, s.mode, s.prescreen, s.ideas_of_one, s.has_contributions, i.phase, i.budget, i.cap), '|',
    (select v.invited_as from session_invited v where v.session_id = s.id and v.delegation_id = app_delegation()), '|',
    (select string_agg(r.role::text, ',' order by r.role::text) from session_roles r
      where r.session_id = s.id and r.person_id = app_person()))
  from session_items i join sessions s on s.id = i.session_id
  where i.id = p_item and in_session(s.id)
$$;
--> statement-breakpoint
revoke execute on function room_facts(uuid) from public;
--> statement-breakpoint
grant execute on function room_facts(uuid) to consultation_app;
--> statement-breakpoint
-- How many ideas the delegation has written in a session. Policies would weigh each of them again.
create function own_ideas(p_session uuid) returns integer
language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer from idea_sources s join ideas i on i.id = s.idea_id
    where s.session_id = p_session and s.delegation_id = app_delegation() and i.state <> 'withdrawn'
$$;
--> statement-breakpoint
revoke execute on function own_ideas(uuid) from public;
--> statement-breakpoint
grant execute on function own_ideas(uuid) to consultation_app;
