drop function sign_in_of(text);
--> statement-breakpoint
-- Whoever holds a sign-in's digest is told whose it is, before anybody is known. `rights` is what the person may now in one
-- text: whoever remembers it has `come_in` compare it.
create function sign_in_of(p_digest text)
returns table (id text, person_id uuid, started_at timestamptz, seen_at timestamptz, expires_at timestamptz,
  office text[], memberships jsonb, rights text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.person_id, s.started_at, s.seen_at, s.expires_at,
    array(select o.role::text from office_roles o where o.person_id = s.person_id),
    coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'delegationId', m.delegation_id, 'role', m.role))
      from memberships m where m.person_id = s.person_id and m.removed_at is null
        and m."from" <= now() and (m.until is null or now() < m.until)), '[]'),
    concat(
      (select string_agg(o.role::text, ',' order by o.role::text) from office_roles o where o.person_id = s.person_id), ' ',
      (select string_agg(concat_ws(':', m.id, m.delegation_id, m.role), ',' order by m.id) from memberships m
        where m.person_id = s.person_id and m.removed_at is null
          and m."from" <= now() and (m.until is null or now() < m.until)))
  from sign_ins s where s.id = p_digest
$$;
--> statement-breakpoint
revoke execute on function sign_in_of(text) from public;
--> statement-breakpoint
grant execute on function sign_in_of(text) to consultation_app;
--> statement-breakpoint
-- Tells PostgreSQL who asks and gives back the time, if what the server remembers of the sign-in is still true at it; else the
-- transaction that rests on it ends here. `rights` are put together as in `sign_in_of`.
create function come_in(p_digest text, p_person uuid, p_delegation text, p_office text, p_rights text, p_hours integer)
returns timestamptz
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_told text := set_config('app.person', p_person::text, true) || set_config('app.delegation', p_delegation, true)
    || set_config('app.office', p_office, true);
begin
  if p_rights is distinct from (
    select concat(
      (select string_agg(o.role::text, ',' order by o.role::text) from office_roles o where o.person_id = s.person_id), ' ',
      (select string_agg(concat_ws(':', m.id, m.delegation_id, m.role), ',' order by m.id) from memberships m
        where m.person_id = s.person_id and m.removed_at is null
          and m."from" <= now() and (m.until is null or now() < m.until)))
    from sign_ins s where s.id = p_digest and s.person_id = p_person and s.expires_at > now()
      and s.started_at > now() - make_interval(hours => p_hours)) then
    raise exception 'the sign-in or its rights have changed' using errcode = 'CS001';
  end if;
  return now();
end $$;
--> statement-breakpoint
revoke execute on function come_in(text, uuid, text, text, text, integer) from public;
--> statement-breakpoint
grant execute on function come_in(text, uuid, text, text, text, integer) to consultation_app;
