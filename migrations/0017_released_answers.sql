-- Answers are forgotten when a question is begun anew, and where names are sealed with the release of its figures.
create or replace function forget_answers(p_temperature uuid) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from temperature_answers where temperature_id = p_temperature and app_staff()
    and exists (select from temperatures t where t.id = p_temperature and in_session(t.session_id)
      and (t.state = 'open' or (t.state = 'released' and session_mode_of(t.session_id) <> 'attributed')))
$$;
