ALTER TYPE "public"."floor_capacity" ADD VALUE 'report';--> statement-breakpoint
ALTER TABLE "speakers" ALTER COLUMN "delegation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "speakers" ADD COLUMN "report" jsonb;--> statement-breakpoint
ALTER TABLE "report_backs" ADD COLUMN "points" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "report_backs" ADD COLUMN "outcome" jsonb;--> statement-breakpoint
ALTER TABLE "retreat_slots" ADD COLUMN "assigned_by" text;--> statement-breakpoint
ALTER TABLE "retreat_slots" ADD COLUMN "seed" text;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_delegation_or_report" CHECK (("speakers"."delegation_id" is null) = ("speakers"."report" is not null));--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_report_reports" CHECK (("speakers"."capacity"::text = 'report') = ("speakers"."report" is not null));--> statement-breakpoint
-- Signed points get their place on the plenary's speakers list, from whoever reports in the group: they need no part in the plenary.
create function inscribe_report(p_session uuid, p_item uuid, p_at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_id uuid;
begin
  insert into speakers (session_id, item_id, report, capacity, state, place, observer, requested_at)
  select i.session_id, i.id, jsonb_build_object('sessionId', s.id, 'title', s.title), 'report', 'confirmed',
    (select coalesce(ceil(max(p.place)), 0) + 1 from speakers p where p.item_id = i.id), false, p_at
  from report_backs b join retreat_sessions t on t.session_id = b.session_id join sessions s on s.id = b.session_id
    join session_items i on i.session_id = t.reports_to
  where b.session_id = p_session and b.state = 'signed' and i.id = p_item
    and (app_staff() or p_session = any (led_sessions()))
  returning id into v_id;
  return v_id;
end $$;
--> statement-breakpoint
-- The programme as every participant may know it: also of groups it is not in, and then nothing of what is in their rooms.
create function retreat_programme(p_retreat uuid) returns table (
  session_id uuid, reference text, title jsonb, note jsonb, mode attribution_mode, state session_state,
  starts_at timestamptz, ends_at timestamptz, place text, interpretation text[], roles jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.reference, s.title, s.note, s.mode, s.state, s.starts_at, s.ends_at, s.place, s.interpretation,
    coalesce((select jsonb_agg(jsonb_build_object('personId', r.person_id, 'name', p.name, 'role', r.role) order by r.role, p.name)
      from session_roles r join people p on p.id = r.person_id
      where r.session_id = s.id and r.role in ('moderator', 'rapporteur')), '[]')
  from retreat_sessions t join sessions s on s.id = t.session_id
  where t.retreat_id = p_retreat and (app_staff() or app_system() or p_retreat = any (own_retreats()))
$$;
--> statement-breakpoint
-- What is reported in a room: in a group's own, and in the plenary's what was brought there. Whoever is in the room may read it.
create function reports_in(p_session uuid) returns table (
  session_id uuid, retreat_id uuid, number integer, reports_to uuid, reference text, title jsonb, mode attribution_mode,
  state report_back_state, digest text, points jsonb, put_at timestamptz, reason text, signed_at timestamptz,
  outcome jsonb, speaker_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select b.session_id, t.retreat_id, t.number, t.reports_to, s.reference, s.title, s.mode,
    b.state, b.digest, b.points, b.put_at, b.reason, b.signed_at, b.outcome, b.speaker_id
  from report_backs b join retreat_sessions t on t.session_id = b.session_id join sessions s on s.id = b.session_id
  where (b.session_id = p_session or (t.reports_to = p_session and b.state = 'reported'))
    and (app_staff() or app_system() or p_session = any (own_sessions()))
$$;
--> statement-breakpoint
-- The points were changed: whoever signed them has not signed these. Says whose signatures went.
create function take_signatures_back(p_session uuid) returns setof uuid
language sql security definer set search_path = pg_catalog, public as $$
  delete from signatures g using report_backs b
  where b.session_id = p_session and g.session_id = p_session and g.digest is distinct from b.digest
    and (app_staff() or app_system() or p_session = any (led_sessions()))
  returning g.delegation_id
$$;
--> statement-breakpoint
-- A delegation leaves a group of a retreat that has not begun; its calendar must not take a later invitation for this one.
-- Says who leads the group, for they are told; null where it may not leave.
create function leave_group(p_session uuid) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform from sessions s join retreat_sessions t on t.session_id = s.id
    where s.id = p_session and s.state = 'announced' and t.kind = 'breakouts' for update of s;
  if not found then return null; end if;
  delete from session_invited where session_id = p_session and delegation_id = app_delegation();
  if not found then return null; end if;
  update sessions set calendar_sequence = calendar_sequence + 1, revision = revision + 1 where id = p_session;
  return array(select r.person_id from session_roles r where r.session_id = p_session and r.role in ('chair', 'moderator'));
end $$;
--> statement-breakpoint
-- Who signed where names are sealed is for who was in the room.
drop policy in_room on signatures;
--> statement-breakpoint
create policy in_room on signatures for select using (session_id = any ((select own_sessions())::uuid[]) and (not app_irt()
  or session_id = any ((select led_sessions())::uuid[]) or session_mode_of(session_id) = 'attributed'));
--> statement-breakpoint
-- Signs only who is in the room, chooses only who takes part.
drop policy own on signatures;
--> statement-breakpoint
create policy own on signatures using (delegation_id = app_delegation())
  with check (delegation_id = app_delegation() and session_id = any ((select own_sessions())::uuid[])
    and session_mode_of(session_id) <> 'anonymous');
--> statement-breakpoint
drop policy own on group_choices;
--> statement-breakpoint
create policy own on group_choices using (delegation_id = app_delegation())
  with check (delegation_id = app_delegation() and exists (
    select from retreat_slots s where s.id = slot_id and s.retreat_id = any ((select own_retreats())::uuid[])));
--> statement-breakpoint
revoke execute on function retreat_programme(uuid), reports_in(uuid), take_signatures_back(uuid), leave_group(uuid),
  inscribe_report(uuid, uuid, timestamptz) from public;
--> statement-breakpoint
grant execute on function retreat_programme(uuid), reports_in(uuid), take_signatures_back(uuid), leave_group(uuid),
  inscribe_report(uuid, uuid, timestamptz) to consultation_app;
