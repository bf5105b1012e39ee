-- Whoever runs a question may begin it anew without being shown what was answered.
create function forget_answers(p_temperature uuid) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from temperature_answers where temperature_id = p_temperature and app_staff()
    and exists (select from temperatures t where t.id = p_temperature and t.state = 'open')
$$;
--> statement-breakpoint
revoke execute on function forget_answers(uuid) from public;
--> statement-breakpoint
grant execute on function forget_answers(uuid) to consultation_app;
--> statement-breakpoint
-- What the podium says in a topic is nobody's secret, in every mode.
create policy podium on remark_sources for select using (delegation_id is null and in_session(session_id));
