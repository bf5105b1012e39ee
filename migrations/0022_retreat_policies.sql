-- The Review Team reads what every delegation in a room may read, and what was submitted by name; it sees no sealed name.
create function app_irt() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.office', true), '') like '%irt%';
--> statement-breakpoint
-- Who writes findings and reads what is not published yet.
create function app_reader() returns boolean language sql stable parallel safe
  return app_staff() or app_irt();
--> statement-breakpoint
create or replace function in_session(p_session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app_screen() = p_session
    or exists (select from session_invited i join sessions s on s.id = i.session_id
      where i.session_id = p_session and i.delegation_id = app_delegation() and s.state <> 'draft')
    or (app_reader() and exists (select from session_roles r where r.session_id = p_session and r.person_id = app_person()))
$$;
--> statement-breakpoint
create or replace function own_sessions() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select array(
    select app_screen() where app_screen() is not null
    union all
    select i.session_id from session_invited i join sessions s on s.id = i.session_id
      where i.delegation_id = app_delegation() and s.state <> 'draft'
    union all
    select s.id from sessions s where app_irt() and (s.state = 'closed' or (s.mode = 'attributed' and s.state <> 'draft'))
    union all
    select r.session_id from session_roles r where app_reader() and r.person_id = app_person())
$$;
--> statement-breakpoint
-- Sessions in which this person has a part.
create function led_sessions() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select array(select r.session_id from session_roles r where app_reader() and r.person_id = app_person())
$$;
--> statement-breakpoint
create function own_retreats() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select array(select r.id from retreats r where r.state <> 'draft'
    and (app_irt() or app_delegation() = any (r.participant_ids)))
$$;
--> statement-breakpoint
-- Whether a result is there for every delegation to read.
create function published_result(p_kind linked_kind, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  case p_kind
    when 'theme' then return true;
    when 'finding' then return exists (select from finding_versions v where v.id = p_id);
    when 'measure' then return exists (select from measures m where m.id = p_id and m.published);
    when 'paragraph' then return exists (select from report_paragraphs p join reports r on r.id = p.report_id
      where p.id = p_id and r.published_at is not null);
    else return false;
  end case;
end $$;
--> statement-breakpoint
-- Whether the delegation that asks said it.
create function own_contribution(p_kind linked_kind, p_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select case p_kind
    when 'answer' then exists (select from contribution_sources s where s.contribution_id = p_id and s.delegation_id = app_delegation())
    when 'letter' then exists (select from letters l where l.id = p_id and l.delegation_id = app_delegation())
    when 'statement' then exists (select from statement_sources s where s.statement_id = p_id and s.delegation_id = app_delegation())
    when 'speaker' then exists (select from speakers s where s.id = p_id and s.delegation_id = app_delegation())
    when 'idea' then exists (select from idea_sources s where s.idea_id = p_id and s.delegation_id = app_delegation())
    when 'remark' then exists (select from remark_sources s where s.remark_id = p_id and s.delegation_id = app_delegation())
    when 'feedback' then exists (select from feedback_sources s where s.feedback_id = p_id and s.delegation_id = app_delegation())
    else false end
$$;
--> statement-breakpoint
-- TR4 Whether a delegation may know that something rests on it: its own, what bears a name it may read, and what its room made
-- together. Asked as who asks, so that each table's own policies answer: of words without a name it sees no source. Asked of each
-- link of a page, hundreds at once: in this language its plans are made once.
create function may_trace(p_kind linked_kind, p_id uuid) returns boolean language plpgsql stable as $$
begin
  case p_kind
    when 'answer' then return exists (select from contribution_sources where contribution_id = p_id);
    when 'letter' then return exists (select from letters where id = p_id);
    when 'statement' then return exists (select from statement_sources where statement_id = p_id);
    when 'speaker' then return exists (select from speakers s join sessions n on n.id = s.session_id
      where s.id = p_id and (n.mode = 'attributed' or s.delegation_id = app_delegation()));
    when 'idea' then return exists (select from idea_sources where idea_id = p_id);
    when 'cluster' then return exists (select from clusters where id = p_id);
    when 'remark' then return exists (select from remark_sources where remark_id = p_id);
    when 'point' then return exists (select from notes where id = p_id);
    when 'feedback' then return exists (select from feedback_sources where feedback_id = p_id);
    else return published_result(p_kind, p_id);
  end case;
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['links', 'settings_aside', 'themes', 'findings', 'finding_versions', 'retreats', 'retreat_slots',
    'retreat_sessions', 'group_choices', 'declines', 'room_messages', 'podium_calls', 'report_backs', 'signatures', 'priorities',
    'feedback', 'feedback_sources', 'feedback_associations', 'convergence_releases', 'measures', 'measure_history',
    'measure_dependencies', 'reports', 'report_paragraphs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select, insert, update, delete on %I to consultation_app', t);
  end loop;
end $$;
--> statement-breakpoint
-- What a rapporteur's point rests on was kept beside the point: it becomes links like all others.
insert into links (consultation_id, from_kind, from_id, to_kind, to_id, by, at)
  select s.consultation_id, (o ->> 'kind')::linked_kind, (o ->> 'id')::uuid, 'point', n.id, n.by, n.at
  from notes n join sessions s on s.id = n.session_id, jsonb_array_elements(n.sources) o;
--> statement-breakpoint
alter table notes drop column sources;
--> statement-breakpoint
-- What was submitted by name, and what it said: never who said what is not for attribution.
create policy irt on contribution_sources for select using (app_irt() and attribution = 'attributed');
--> statement-breakpoint
-- A name withheld is withheld from the Review Team too, and with it the moment: only once nobody answers any more.
create policy irt on contributions for select using (app_irt() and (attribution = 'attributed'
  or list_id in (select id from question_lists where state = 'closed')));
--> statement-breakpoint
create policy irt on submissions for select using (app_irt() and exists (
  select 1 from contribution_sources s where s.submission_id = submissions.id and s.attribution = 'attributed'));
--> statement-breakpoint
create policy irt on question_lists for select using (app_irt() and state <> 'draft');
--> statement-breakpoint
create policy irt on questions for select using (app_irt());
--> statement-breakpoint
-- Who spoke where names are sealed is for who was in the room.
drop policy invited on speakers;
--> statement-breakpoint
create policy invited on speakers for select using (session_id = any ((select own_sessions())::uuid[]) and (not app_irt()
  or session_id = any ((select led_sessions())::uuid[]) or session_mode_of(session_id) = 'attributed'));
--> statement-breakpoint
-- A part in a room is the Review Team's as it is the staff's; who said what is not, where names are sealed.
create policy led on sessions for update using (app_irt() and id = any ((select led_sessions())::uuid[]));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['session_items', 'session_invited', 'attendances', 'speakers', 'trades', 'statements', 'ideas', 'clusters',
    'temperatures', 'topics', 'remarks'] loop
    execute format('create policy led on %I using (app_irt() and session_id = any ((select led_sessions())::uuid[]))', t);
  end loop;
  foreach t in array array['statement_sources', 'idea_sources', 'remark_sources'] loop
    execute format('create policy led on %I using (app_irt() and session_id = any ((select led_sessions())::uuid[])
      and session_mode_of(session_id) <> ''not_for_attribution'')', t);
  end loop;
end $$;
--> statement-breakpoint
create policy led on floor_givings using (app_irt() and item_id in (select id from session_items));
--> statement-breakpoint
create policy led on cluster_mergings using (app_irt() and cluster_id in (select id from clusters));
--> statement-breakpoint
create policy irt on attendances for select using (app_irt() and session_mode_of(session_id) = 'attributed'
  and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create or replace function forget_answers(p_temperature uuid) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from temperature_answers where temperature_id = p_temperature and app_reader()
    and exists (select from temperatures t where t.id = p_temperature and in_session(t.session_id)
      and (t.state = 'open'
        or (t.state::text in ('released', 'kept_back') and session_mode_of(t.session_id) <> 'attributed')))
$$;
--> statement-breakpoint
create policy irt on notes using (app_irt() and session_id = any ((select led_sessions())::uuid[]));
--> statement-breakpoint
create policy irt_afterwards on notes for select using (
  app_irt() and session_id in (select id from sessions where state = 'closed'));
--> statement-breakpoint
create policy readers on links using (app_reader());
--> statement-breakpoint
create policy system on links for select using (app_system());
--> statement-breakpoint
-- A link to what is published is there for a delegation only where it may know of the source: no number tells of others.
create policy published on links for select using (
  app_delegation() is not null and published_result(to_kind, to_id) and may_trace(from_kind, from_id));
--> statement-breakpoint
create policy readers on settings_aside using (app_reader());
--> statement-breakpoint
create policy own on settings_aside for select using (app_delegation() is not null and own_contribution(from_kind, from_id));
--> statement-breakpoint
create policy readers on themes using (app_reader());
--> statement-breakpoint
create policy delegations on themes for select using (app_delegation() is not null);
--> statement-breakpoint
create policy readers on findings using (app_reader());
--> statement-breakpoint
create policy readers on finding_versions using (app_reader());
--> statement-breakpoint
create policy delegations on finding_versions for select using (app_delegation() is not null);
--> statement-breakpoint
create policy system on finding_versions for select using (app_system());
--> statement-breakpoint
create policy staff on retreats using (app_staff() or app_system());
--> statement-breakpoint
create policy participants on retreats for select using (id = any ((select own_retreats())::uuid[]));
--> statement-breakpoint
create policy staff on retreat_slots using (app_staff() or app_system());
--> statement-breakpoint
create policy participants on retreat_slots for select using (retreat_id = any ((select own_retreats())::uuid[]));
--> statement-breakpoint
create policy staff on retreat_sessions using (app_staff() or app_system());
--> statement-breakpoint
create policy participants on retreat_sessions for select using (retreat_id = any ((select own_retreats())::uuid[]));
--> statement-breakpoint
create policy staff on group_choices for select using (app_staff() or app_system());
--> statement-breakpoint
create policy own on group_choices using (delegation_id = app_delegation());
--> statement-breakpoint
create policy staff on declines for select using (app_staff() or app_system());
--> statement-breakpoint
create policy own on declines using (delegation_id = app_delegation());
--> statement-breakpoint
create policy staff on room_messages using (app_staff() or app_system());
--> statement-breakpoint
create policy in_room on room_messages for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy staff on podium_calls using (app_staff() or app_system());
--> statement-breakpoint
create policy in_room on podium_calls for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy calling on podium_calls for insert with check (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy staff on report_backs using (app_staff() or app_system());
--> statement-breakpoint
create policy rapporteur on report_backs using (session_id = any ((select led_sessions())::uuid[]));
--> statement-breakpoint
create policy in_room on report_backs for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy staff on signatures for select using (app_staff() or app_system());
--> statement-breakpoint
create policy own on signatures using (delegation_id = app_delegation());
--> statement-breakpoint
create policy in_room on signatures for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy readers on priorities for select using (app_staff() or app_system());
--> statement-breakpoint
create policy own on priorities using (delegation_id = app_delegation());
--> statement-breakpoint
create policy readers on feedback for select using (app_reader() or app_system());
--> statement-breakpoint
create policy own on feedback for update using (app_delegation() is not null and exists (
  select 1 from feedback_sources s where s.feedback_id = feedback.id and s.delegation_id = app_delegation()));
--> statement-breakpoint
-- What a delegation said, and what a group said in its name: whoever is spoken for reads what is said, in every mode.
create policy in_our_name on feedback for select using (app_delegation() is not null and exists (
  select 1 from feedback_sources s where s.feedback_id = feedback.id
    and (s.delegation_id = app_delegation() or app_delegation() = any (s.roster))));
--> statement-breakpoint
create policy participants on feedback for select using (open and retreat_id = any ((select own_retreats())::uuid[]));
--> statement-breakpoint
create policy giving on feedback for insert with check (app_delegation() is not null and retreat_id = any ((select own_retreats())::uuid[]));
--> statement-breakpoint
create policy staff on feedback_sources for select using (app_staff() or app_system());
--> statement-breakpoint
create policy irt on feedback_sources for select using (app_irt() and named);
--> statement-breakpoint
create policy own on feedback_sources using (delegation_id = app_delegation());
--> statement-breakpoint
create policy in_our_name on feedback_sources for select using (app_delegation() = any (roster));
--> statement-breakpoint
create policy participants on feedback_sources for select using (
  app_delegation() is not null and named and open and retreat_id = any ((select own_retreats())::uuid[]));
--> statement-breakpoint
create policy staff on feedback_associations for select using (app_staff() or app_system());
--> statement-breakpoint
create policy own on feedback_associations using (delegation_id = app_delegation());
--> statement-breakpoint
-- Who goes along names the group: an association is seen where the group's feedback is, by name; by who spoke for it always.
create policy beside_group on feedback_associations for select using (
  (app_irt() or app_delegation() is not null) and exists (
    select 1 from feedback_sources s where s.retreat_id = feedback_associations.retreat_id
      and s.finding_version_id = feedback_associations.finding_version_id and s.group_id = feedback_associations.group_id
      and s.current and (s.delegation_id = app_delegation() or (app_irt() and s.named) or s.open)));
--> statement-breakpoint
create policy staff on convergence_releases using (app_staff() or app_system());
--> statement-breakpoint
create policy participants on convergence_releases for select using (retreat_id = any ((select own_retreats())::uuid[]));
--> statement-breakpoint
create policy staff on measures using (app_staff());
--> statement-breakpoint
create policy irt on measures for select using (app_irt() or app_system());
--> statement-breakpoint
create policy delegations on measures for select using (published and app_delegation() is not null);
--> statement-breakpoint
create policy staff on measure_history using (app_staff());
--> statement-breakpoint
create policy irt on measure_history for select using (app_irt());
--> statement-breakpoint
create policy delegations on measure_history for select using (app_delegation() is not null and published_result('measure', measure_id));
--> statement-breakpoint
create policy staff on measure_dependencies using (app_staff());
--> statement-breakpoint
create policy irt on measure_dependencies for select using (app_irt());
--> statement-breakpoint
create policy delegations on measure_dependencies for select using (
  app_delegation() is not null and published_result('measure', measure_id) and published_result('measure', needs));
--> statement-breakpoint
create policy readers on reports using (app_reader());
--> statement-breakpoint
create policy delegations on reports for select using (published_at is not null and app_delegation() is not null);
--> statement-breakpoint
create policy readers on report_paragraphs using (app_reader());
--> statement-breakpoint
create policy delegations on report_paragraphs for select using (app_delegation() is not null and published_result('paragraph', id));
--> statement-breakpoint
-- What was published or given stays as it was: only what says which is the newest may change.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if (to_jsonb(old) - array['current', 'withdrawn_at']) is distinct from (to_jsonb(new) - array['current', 'withdrawn_at']) then
    raise exception '% keeps what was given', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger finding_versions_immutable before update on finding_versions for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger feedback_immutable before update on feedback for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger feedback_sources_immutable before update on feedback_sources for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger associations_immutable before update on feedback_associations for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger finding_versions_kept before delete or truncate on finding_versions for each statement execute function refuse_change();
--> statement-breakpoint
create trigger feedback_kept before delete or truncate on feedback for each statement execute function refuse_change();
--> statement-breakpoint
create trigger feedback_sources_kept before delete or truncate on feedback_sources for each statement execute function refuse_change();
--> statement-breakpoint
create trigger associations_kept before delete or truncate on feedback_associations for each statement execute function refuse_change();
--> statement-breakpoint
create trigger measure_history_kept before update or delete or truncate on measure_history for each statement execute function refuse_change();
--> statement-breakpoint
create trigger convergence_releases_kept before update or delete or truncate on convergence_releases for each statement execute function refuse_change();
--> statement-breakpoint
-- One delegation's name is never opened where it is sealed.
alter table feedback_sources add constraint feedback_sources_sealed check (named or not open);
--> statement-breakpoint
-- When something without a name was given is told to staff alone: the Review Team does not read their stream.
create policy retreats on journal for select using (
  (app_staff() and stream like 'retreat:%')
  or (app_reader() and stream like 'consultation:%')
  or (app_delegation() is not null and stream like 'consultation:%:all')
  or (app_irt() and stream like 'list:%:all')
  or (stream like 'retreat:%:all' and split_part(stream, ':', 2) = any ((select own_retreats())::text[]))
  or (app_irt() and (stream like 'session:%:all' or stream like 'session:%:podium')
    and split_part(stream, ':', 2) = any ((select led_sessions())::text[])));
--> statement-breakpoint
create policy retreats on streams for select using (
  (app_staff() and name like 'retreat:%')
  or (app_reader() and name like 'consultation:%')
  or (app_delegation() is not null and name like 'consultation:%:all')
  or (app_irt() and name like 'list:%:all')
  or (name like 'retreat:%:all' and split_part(name, ':', 2) = any ((select own_retreats())::text[]))
  or (app_irt() and (name like 'session:%:all' or name like 'session:%:podium')
    and split_part(name, ':', 2) = any ((select led_sessions())::text[])));
--> statement-breakpoint
revoke execute on function led_sessions(), own_retreats(), published_result(linked_kind, uuid), own_contribution(linked_kind, uuid) from public;
--> statement-breakpoint
grant execute on function led_sessions(), own_retreats(), published_result(linked_kind, uuid), own_contribution(linked_kind, uuid)
  to consultation_app;
