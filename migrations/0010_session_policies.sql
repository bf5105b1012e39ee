-- The screen of one session: reads what everybody in that room sees.
create function app_screen() returns uuid language sql stable parallel safe
  return substring(coalesce(current_setting('app.office', true), '') from '^screen:(.*)$')::uuid;
--> statement-breakpoint
-- Whether this delegation, person or screen belongs to the session. Asked by the policies of everything in it; past
-- row-level security, because those of the tables asked here would ask back.
create function in_session(p_session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app_screen() = p_session
    or exists (select from session_invited i join sessions s on s.id = i.session_id
      where i.session_id = p_session and i.delegation_id = app_delegation() and s.state <> 'draft')
    or (app_staff() and exists (select from session_roles r where r.session_id = p_session and r.person_id = app_person()))
$$;
--> statement-breakpoint
-- The same as a list, for the policies: asked once per statement, where a function of the row would be asked once per row.
create function own_sessions() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select array(
    select app_screen() where app_screen() is not null
    union all
    select i.session_id from session_invited i join sessions s on s.id = i.session_id
      where i.delegation_id = app_delegation() and s.state <> 'draft'
    union all
    select r.session_id from session_roles r where app_staff() and r.person_id = app_person())
$$;
--> statement-breakpoint
create function session_mode_of(p_session uuid) returns attribution_mode
language sql stable security definer set search_path = pg_catalog, public as $$
  select mode from sessions where id = p_session
$$;
--> statement-breakpoint
-- The first contribution binds the mode. A delegation may say so of a session it is in, and nothing else of it.
create function session_contributed(p_session uuid) returns void
language sql security definer set search_path = pg_catalog, public as $$
  update sessions set has_contributions = true where id = p_session and not has_contributions
    and (in_session(p_session) or app_system())
$$;
--> statement-breakpoint
-- How many silent ideas all are shown (rule BO3); says whether that changed. Who counts cannot see the ideas of others.
create function count_silent(p_item uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_session uuid;
  v_before integer;
  v_count integer;
begin
  select session_id, silent_count into v_session, v_before from session_items where id = p_item for update;
  if not found or not in_session(v_session) then return false; end if;
  select count(*) into v_count from ideas where item_id = p_item and state = 'silent';
  if v_count < 20 then v_count := v_count / 5 * 5; end if;
  if v_count = v_before then return false; end if;
  update session_items set silent_count = v_count where id = p_item;
  return true;
end $$;
--> statement-breakpoint
-- Two delegations trade their places: only the one asked may say yes, and only of places still waited in.
create function trade_places(p_trade uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v trades;
  v_from double precision;
  v_to double precision;
begin
  select * into v from trades where id = p_trade and state = 'offered' and to_delegation_id = app_delegation() for update;
  if not found then return false; end if;
  select place into v_from from speakers where id = v.from_speaker_id and state in ('requested', 'confirmed') for update;
  select place into v_to from speakers where id = v.to_speaker_id and state in ('requested', 'confirmed') for update;
  if v_from is null or v_to is null then return false; end if;
  update speakers set place = v_to where id = v.from_speaker_id;
  update speakers set place = v_from where id = v.to_speaker_id;
  update trades set state = 'accepted' where id = p_trade;
  return true;
end $$;
--> statement-breakpoint
-- The database itself holds what a mode promises: no author is stored where there is none to be, and none is opened to the
-- room where it is sealed.
create function refuse_author() returns trigger language plpgsql as $$
begin
  if session_mode_of(new.session_id) = 'anonymous' and new.delegation_id is not null then
    raise exception 'an anonymous session stores no author' using errcode = 'check_violation';
  end if;
  -- No delegation is the podium, which speaks in public.
  if new.named and new.delegation_id is not null and session_mode_of(new.session_id) <> 'attributed' then
    raise exception 'the author is sealed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger idea_sources_sealed before insert or update on idea_sources for each row execute function refuse_author();
--> statement-breakpoint
create trigger statement_sources_sealed before insert or update on statement_sources for each row execute function refuse_author();
--> statement-breakpoint
create trigger remark_sources_sealed before insert or update on remark_sources for each row execute function refuse_author();
--> statement-breakpoint
create function refuse_looser_mode() returns trigger language plpgsql as $$
begin
  -- Nor anonymous afterwards: who wrote what is stored by then.
  if old.has_contributions and (not new.has_contributions or new.mode < old.mode
      or (new.mode = 'anonymous' and old.mode <> 'anonymous')) then
    raise exception 'a mode can only become stricter' using errcode = 'check_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger sessions_mode_stricter before update on sessions for each row execute function refuse_looser_mode();
--> statement-breakpoint
-- Empties the intake of a session for good, and of what others wrote leaves no trace of order: the table is written anew.
create function purge_intake(p_session uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  lock table intake, credits_drawn, credits_spent, credit_keys in access exclusive mode;
  create temp table kept_intake on commit drop as select * from intake where session_id <> p_session order by random();
  create temp table kept_drawn on commit drop as select * from credits_drawn where session_id <> p_session order by random();
  create temp table kept_spent on commit drop as select * from credits_spent where session_id <> p_session order by random();
  create temp table kept_keys on commit drop as select * from credit_keys where session_id <> p_session;
  truncate intake, credits_drawn, credits_spent, credit_keys;
  insert into intake select * from kept_intake;
  insert into credits_drawn select * from kept_drawn;
  insert into credits_spent select * from kept_spent;
  insert into credit_keys select * from kept_keys;
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['sessions', 'session_items', 'session_roles', 'session_invited', 'session_screens', 'attendances',
    'speakers', 'floor_givings', 'trades', 'statements', 'statement_sources', 'ideas', 'idea_sources', 'clusters',
    'cluster_mergings', 'points_given', 'credits_drawn', 'credit_keys', 'intake', 'credits_spent', 'temperatures',
    'temperature_answers', 'topics', 'remarks', 'remark_sources', 'notes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select, insert, update, delete on %I to consultation_app', t);
  end loop;
end $$;
--> statement-breakpoint
create policy office on sessions using (app_staff() or app_administrator() or app_system());
--> statement-breakpoint
create policy invited on sessions for select using (id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on session_items using (app_staff() or app_administrator() or app_system());
--> statement-breakpoint
create policy invited on session_items for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on session_roles using (app_staff() or app_administrator() or app_system());
--> statement-breakpoint
create policy own on session_roles for select using (person_id = app_person());
--> statement-breakpoint
create policy office on session_invited using (app_staff() or app_administrator() or app_system());
--> statement-breakpoint
create policy own on session_invited for select using (delegation_id = app_delegation());
--> statement-breakpoint
create policy office on session_screens using (app_staff() or app_administrator() or app_system());
--> statement-breakpoint
create policy office on attendances for select using (app_staff() or app_system());
--> statement-breakpoint
create policy own on attendances using (delegation_id = app_delegation());
--> statement-breakpoint
create policy office on speakers using (app_staff() or app_system());
--> statement-breakpoint
create policy invited on speakers for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy own on speakers using (delegation_id = app_delegation() and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on floor_givings using (app_staff() or app_system());
--> statement-breakpoint
create policy parties on trades using (from_delegation_id = app_delegation() or to_delegation_id = app_delegation());
--> statement-breakpoint
create policy office on trades using (app_staff() or app_system());
--> statement-breakpoint
create policy office on statements using (app_staff() or app_system());
--> statement-breakpoint
create policy invited on statements for select using (open and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy own on statements using (exists (
  select 1 from statement_sources s where s.statement_id = statements.id and s.delegation_id = app_delegation()));
--> statement-breakpoint
create policy giving on statements for insert with check (app_delegation() is not null and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on statement_sources using (app_staff() or app_system());
--> statement-breakpoint
create policy own on statement_sources using (delegation_id = app_delegation());
--> statement-breakpoint
create policy named on statement_sources for select using (named and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on ideas using (app_staff() or app_system());
--> statement-breakpoint
create policy invited on ideas for select using (state = 'open' and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy own on ideas using (exists (
  select 1 from idea_sources s where s.idea_id = ideas.id and s.delegation_id = app_delegation()));
--> statement-breakpoint
create policy writing on ideas for insert with check (app_delegation() is not null and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on idea_sources using (app_staff() or app_system());
--> statement-breakpoint
create policy own on idea_sources using (delegation_id = app_delegation());
--> statement-breakpoint
create policy named on idea_sources for select using (named and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on clusters using (app_staff() or app_system());
--> statement-breakpoint
create policy invited on clusters for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on cluster_mergings using (app_staff() or app_system());
--> statement-breakpoint
-- Points and temperatures of one delegation: itself alone until figures are made of them.
create policy own on points_given using (delegation_id = app_delegation());
--> statement-breakpoint
create policy counting on points_given using (app_system());
--> statement-breakpoint
create policy office on temperatures using (app_staff() or app_system());
--> statement-breakpoint
create policy invited on temperatures for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy own on temperature_answers using (delegation_id = app_delegation());
--> statement-breakpoint
create policy counting on temperature_answers using (app_system());
--> statement-breakpoint
create policy system on credits_drawn using (app_system());
--> statement-breakpoint
create policy system on credit_keys using (app_system());
--> statement-breakpoint
create policy system on intake using (app_system());
--> statement-breakpoint
create policy system on credits_spent using (app_system());
--> statement-breakpoint
create policy office on topics using (app_staff() or app_system());
--> statement-breakpoint
create policy invited on topics for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
-- A reply opens a resolved topic again, from either side.
create policy reopening on topics for update using (app_delegation() is not null and session_id = any ((select own_sessions())::uuid[]))
  with check (resolved_at is null);
--> statement-breakpoint
create policy office on remarks using (app_staff() or app_system());
--> statement-breakpoint
create policy invited on remarks for select using (session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy speaking on remarks for insert with check (app_delegation() is not null and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on remark_sources using (app_staff() or app_system());
--> statement-breakpoint
create policy own on remark_sources using (delegation_id = app_delegation());
--> statement-breakpoint
create policy named on remark_sources for select using (named and session_id = any ((select own_sessions())::uuid[]));
--> statement-breakpoint
create policy office on notes using (app_staff() or app_system());
--> statement-breakpoint
create policy sessions on journal for select using (
  (app_staff() and (stream like 'session:%:all' or stream like 'session:%:podium'))
  or (stream like 'session:%:all' and split_part(stream, ':', 2) = any ((select own_sessions())::text[]))
  or (stream like 'session:%' and split_part(stream, ':', 4) = app_delegation()::text));
--> statement-breakpoint
create policy sessions on streams for select using (
  (app_staff() and (name like 'session:%:all' or name like 'session:%:podium'))
  or (name like 'session:%:all' and split_part(name, ':', 2) = any ((select own_sessions())::text[]))
  or (name like 'session:%' and split_part(name, ':', 4) = app_delegation()::text));
--> statement-breakpoint
revoke execute on function in_session(uuid), own_sessions(), session_mode_of(uuid), session_contributed(uuid), count_silent(uuid),
  trade_places(uuid), purge_intake(uuid) from public;
--> statement-breakpoint
grant execute on function in_session(uuid), own_sessions(), session_mode_of(uuid), session_contributed(uuid), count_silent(uuid),
  trade_places(uuid), purge_intake(uuid) to consultation_app;
