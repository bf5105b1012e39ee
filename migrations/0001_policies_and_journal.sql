-- Who asks, as `work()` says it at the start of a transaction. After one the setting is an empty string, not null.
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
--> statement-breakpoint
create function app_delegation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.delegation', true), '')::uuid;
--> statement-breakpoint
create function app_staff() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.office', true), '') like '%staff%';
--> statement-breakpoint
create function app_administrator() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.office', true), '') like '%administrator%';
--> statement-breakpoint
-- The platform on its own account: sign-in, mails, closing at the deadline. It sees no draft.
create function app_system() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.office', true), '') = 'system';
--> statement-breakpoint

-- The only way into the journal. Takes seq under the stream's row lock, so that there are no gaps.
-- Canonical form of a row: its fields in order, a line each; the time in UTC with milliseconds.
create function journal_append(p_stream text, p_kind text, p_subject text, p_digest text, p_person uuid)
returns table (seq integer, hash text)
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_seq integer;
  v_previous text;
  v_at timestamptz := date_trunc('milliseconds', clock_timestamp());
  v_hash text;
begin
  select s.seq + 1, s.hash into v_seq, v_previous from streams s where s.name = p_stream for update;
  if not found then
    insert into streams (name, seq, hash)
      values (p_stream, 0, encode(sha256(convert_to('stream' || chr(10) || p_stream, 'UTF8')), 'hex'))
      on conflict do nothing;
    select s.seq + 1, s.hash into v_seq, v_previous from streams s where s.name = p_stream for update;
  end if;
  v_hash := encode(sha256(convert_to(concat_ws(chr(10), p_stream, v_seq::text, p_kind, p_subject, p_digest,
    to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), v_previous), 'UTF8')), 'hex');
  insert into journal (stream, seq, kind, subject, digest, at, previous, hash)
    values (p_stream, v_seq, p_kind, p_subject, p_digest, v_at, v_previous, v_hash);
  if p_person is not null then
    insert into journal_actors (stream, seq, person_id) values (p_stream, v_seq, p_person);
  end if;
  update streams s set seq = v_seq, hash = v_hash where s.name = p_stream;
  return query select v_seq, v_hash;
end $$;
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger journal_actors_append_only before update or delete or truncate on journal_actors
  for each statement execute function refuse_change();
--> statement-breakpoint
create function refuse_rewording() returns trigger language plpgsql as $$
begin
  if (to_jsonb(old) - array['current', 'published', 'open_to', 'submitted'])
     is distinct from (to_jsonb(new) - array['current', 'published', 'open_to', 'submitted']) then
    raise exception '% keeps what was submitted', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger contributions_immutable before update on contributions for each row execute function refuse_rewording();
--> statement-breakpoint
create trigger contribution_sources_immutable before update on contribution_sources for each row execute function refuse_rewording();
--> statement-breakpoint
create trigger submissions_immutable before update on submissions for each row execute function refuse_rewording();
--> statement-breakpoint
create trigger contributions_kept before delete or truncate on contributions for each statement execute function refuse_change();
--> statement-breakpoint
create trigger contribution_sources_kept before delete or truncate on contribution_sources for each statement execute function refuse_change();
--> statement-breakpoint
create trigger submissions_kept before delete or truncate on submissions for each statement execute function refuse_change();
--> statement-breakpoint
-- A letter that went to the Secretariat stays as it was; one on a draft may be replaced or removed.
create function refuse_change_of_submitted_letter() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.submitted then raise exception 'a submitted letter is kept' using errcode = 'insufficient_privilege'; end if;
    return old;
  end if;
  if old.submitted and not new.submitted
     or (old.id, old.delegation_id, old.name, old.type, old.size, old.digest, old.attached_at)
        is distinct from (new.id, new.delegation_id, new.name, new.type, new.size, new.digest, new.attached_at)
     or old.content is distinct from new.content then
    raise exception 'a letter is replaced, not changed' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger letters_kept before update or delete on letters for each row execute function refuse_change_of_submitted_letter();
--> statement-breakpoint
-- From circulation on a list is frozen: only its deadline and its state may change.
create function refuse_change_of_circulated() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and
     (to_jsonb(old) - array['state', 'closed_at', 'closes_at', 'deadline_local', 'deadline_zone', 'revision'])
     is distinct from (to_jsonb(new) - array['state', 'closed_at', 'closes_at', 'deadline_local', 'deadline_zone', 'revision']) then
    raise exception 'a circulated list is frozen' using errcode = 'insufficient_privilege';
  end if;
  if old.state <> 'draft' and new.state = 'draft' then
    raise exception 'a circulated list cannot be taken back' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger question_lists_frozen before update on question_lists for each row execute function refuse_change_of_circulated();
--> statement-breakpoint
create function refuse_removal_of_circulated() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'a circulated list is kept' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger question_lists_kept before delete on question_lists for each row execute function refuse_removal_of_circulated();
--> statement-breakpoint
-- Questions and addressees come with circulation, while the list is a draft for the last time. Who cannot see the draft adds nothing.
create function refuse_addition_to_circulated() returns trigger language plpgsql as $$
begin
  if exists (select from added a
    where not exists (select from question_lists l where l.id = a.list_id and l.state = 'draft')) then
    raise exception 'a circulated list is frozen' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger questions_come_with_circulation after insert on questions referencing new table as added
  for each statement execute function refuse_addition_to_circulated();
--> statement-breakpoint
create trigger addressees_come_with_circulation after insert on addressees referencing new table as added
  for each statement execute function refuse_addition_to_circulated();
--> statement-breakpoint
create trigger questions_kept before update or delete or truncate on questions
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger addressees_kept before delete or truncate on addressees
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger extensions_kept before update or delete or truncate on extensions
  for each statement execute function refuse_change();
--> statement-breakpoint
-- A delegation says what it has opened and what it prepares; the Secretariat gives time and reminds. Neither does the other's part.
create function refuse_the_other_part() returns trigger language plpgsql as $$
begin
  if (old.list_id, old.delegation_id) is distinct from (new.list_id, new.delegation_id)
    or (old.acknowledged_at is not null and old.acknowledged_at is distinct from new.acknowledged_at)
    or ((old.acknowledged_at, old.in_preparation) is distinct from (new.acknowledged_at, new.in_preparation)
      and new.delegation_id is distinct from app_delegation())
    or ((old.extended_to, old.reminded_at) is distinct from (new.extended_to, new.reminded_at) and not app_staff()) then
    raise exception 'not this side''s to say' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger addressees_two_parts before update on addressees for each row execute function refuse_the_other_part();
--> statement-breakpoint

do $$
declare t text;
begin
  foreach t in array array['responses', 'draft_answers', 'draft_wordings', 'comments', 'letters', 'submissions',
    'contributions', 'contribution_sources', 'alignments', 'threads', 'messages', 'question_lists', 'questions', 'addressees',
    'extensions', 'exports', 'releases', 'commands', 'mails', 'invitations', 'memberships', 'journal', 'journal_actors',
    'sign_ins', 'password_resets', 'throttles', 'jobs', 'streams']
  loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;
--> statement-breakpoint

-- A delegation's own side: itself alone. Neither staff nor the system has a policy here.
create policy own on responses using (delegation_id = app_delegation());
--> statement-breakpoint
create policy own on draft_answers using (delegation_id = app_delegation());
--> statement-breakpoint
create policy own on draft_wordings using (delegation_id = app_delegation());
--> statement-breakpoint
create policy own on comments using (delegation_id = app_delegation());
--> statement-breakpoint
create policy own on letters using (delegation_id = app_delegation());
--> statement-breakpoint
create policy submitted_to_staff on letters for select using (submitted and app_staff());
--> statement-breakpoint

-- Submitted: the author, staff, and whom it is open to. An author who asked not to be named is named to nobody else.
create policy own on submissions using (delegation_id = app_delegation());
--> statement-breakpoint
create policy staff on submissions for select using (app_staff());
--> statement-breakpoint
-- Those for whom a group speaks learn of its statement by what it says openly, never from one not for attribution.
create policy spoken_for on submissions for select using (
  app_delegation() = any (roster) and exists (
    select 1 from contribution_sources s where s.submission_id = submissions.id and s.attribution = 'attributed'));
--> statement-breakpoint
create policy published on submissions for select using (
  app_delegation() is not null and exists (
    select 1 from contribution_sources s where s.submission_id = submissions.id and s.published));
--> statement-breakpoint
create policy own on contribution_sources using (delegation_id = app_delegation());
--> statement-breakpoint
create policy staff on contribution_sources for select using (app_staff());
--> statement-breakpoint
create policy open_to on contribution_sources for select using (
  app_delegation() is not null and attribution = 'attributed' and (published or app_delegation() = any (open_to)));
--> statement-breakpoint
create policy publishing on contribution_sources for update using (app_staff() or app_system());
--> statement-breakpoint
create policy system on contribution_sources for select using (app_system());
--> statement-breakpoint
create policy staff on contributions for select using (app_staff());
--> statement-breakpoint
create policy system on contributions for select using (app_system());
--> statement-breakpoint
create policy publishing on contributions for update using (app_staff() or app_system());
--> statement-breakpoint
create policy open_to on contributions for select using (
  app_delegation() is not null and (published or app_delegation() = any (open_to)));
--> statement-breakpoint
create policy own on contributions for select using (exists (
  select 1 from contribution_sources s where s.contribution_id = contributions.id and s.delegation_id = app_delegation()));
--> statement-breakpoint
create policy submitting on contributions for insert with check (app_delegation() is not null);
--> statement-breakpoint
create policy superseding on contributions for update using (exists (
  select 1 from contribution_sources s where s.contribution_id = contributions.id and s.delegation_id = app_delegation()));
--> statement-breakpoint
create policy own on alignments using (delegation_id = app_delegation());
--> statement-breakpoint
create policy staff on alignments for select using (app_staff());
--> statement-breakpoint
create policy both_sides on threads using (delegation_id = app_delegation() or app_staff());
--> statement-breakpoint
create policy both_sides on messages using (delegation_id = app_delegation() or app_staff());
--> statement-breakpoint

create policy staff on question_lists using (app_staff() or app_system());
--> statement-breakpoint
create policy addressed on question_lists for select using (state <> 'draft' and app_delegation() = any (addressee_ids));
--> statement-breakpoint
create policy staff on questions using (app_staff() or app_system());
--> statement-breakpoint
create policy addressed on questions for select using (app_delegation() is not null);
--> statement-breakpoint
create policy staff on addressees using (app_staff() or app_system());
--> statement-breakpoint
create policy own on addressees using (delegation_id = app_delegation());
--> statement-breakpoint
create policy staff on extensions using (app_staff() or app_system());
--> statement-breakpoint
create policy addressed on extensions for select using (delegation_id is null or delegation_id = app_delegation());
--> statement-breakpoint
create policy own on exports using (person_id = app_person());
--> statement-breakpoint
create policy clearing on exports using (app_system());
--> statement-breakpoint
create policy staff on releases using (app_staff());
--> statement-breakpoint
create policy own on commands using (person_id = app_person());
--> statement-breakpoint
create policy clearing on commands for delete using (app_system());
--> statement-breakpoint
create policy clearing_reads on commands for select using (app_system());
--> statement-breakpoint
create policy administrators on mails for select using (app_administrator() or app_system());
--> statement-breakpoint
create policy sending on mails for insert with check (true);
--> statement-breakpoint
create policy sent on mails for update using (app_system());
--> statement-breakpoint
create policy office on invitations using (app_system() or app_staff() or app_administrator() or delegation_id = app_delegation());
--> statement-breakpoint
create policy office on memberships using (app_system() or app_staff() or app_administrator()
  or delegation_id = app_delegation() or person_id = app_person());
--> statement-breakpoint
create policy system on sign_ins using (app_system() or person_id = app_person());
--> statement-breakpoint
create policy system on password_resets using (app_system());
--> statement-breakpoint
create policy system on throttles using (app_system());
--> statement-breakpoint
create policy system on jobs using (app_system());
--> statement-breakpoint
create policy enqueueing on jobs for insert with check (true);
--> statement-breakpoint
-- A stream's lines are read by whom it addresses. Staff have no way to a delegation's own.
create policy addressed on journal for select using (
  app_system()
  or stream = 'delegation:' || app_delegation()::text
  or stream = 'person:' || app_person()::text
  or (app_staff() and (stream like 'list:%' or stream like 'consultation:%'))
  or (app_administrator() and stream = 'people'));
--> statement-breakpoint

create policy addressed on streams for select using (
  app_system()
  or name = 'delegation:' || app_delegation()::text
  or name = 'person:' || app_person()::text
  or (app_staff() and (name like 'list:%' or name like 'consultation:%'))
  or (app_administrator() and name = 'people'));
--> statement-breakpoint

-- The role the server connects as owns nothing; it gets what it needs by name.
do $$
begin
  if not exists (select from pg_roles where rolname = 'consultation_app') then
    create role consultation_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;
--> statement-breakpoint
grant usage on schema public to consultation_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to consultation_app;
--> statement-breakpoint
revoke insert, update, delete on journal, journal_actors, streams from consultation_app;
--> statement-breakpoint
revoke select on journal_actors from consultation_app;
--> statement-breakpoint
revoke update, delete on contributions, contribution_sources, submissions from consultation_app;
--> statement-breakpoint
grant update (current, published, open_to) on contributions to consultation_app;
--> statement-breakpoint
grant update (published, open_to) on contribution_sources to consultation_app;
--> statement-breakpoint
grant update (current) on submissions to consultation_app;
--> statement-breakpoint
revoke execute on function journal_append(text, text, text, text, uuid) from public;
--> statement-breakpoint
grant execute on function journal_append(text, text, text, text, uuid) to consultation_app;
--> statement-breakpoint
-- Whoever holds a sign-in's digest is told whose it is: one query for every request, before anybody is known.
create function sign_in_of(p_digest text)
returns table (id text, person_id uuid, started_at timestamptz, seen_at timestamptz, expires_at timestamptz,
  office text[], memberships jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.id, s.person_id, s.started_at, s.seen_at, s.expires_at,
    array(select o.role::text from office_roles o where o.person_id = s.person_id),
    coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'delegationId', m.delegation_id, 'role', m.role))
      from memberships m where m.person_id = s.person_id and m.removed_at is null
        and m."from" <= now() and (m.until is null or now() < m.until)), '[]')
  from sign_ins s where s.id = p_digest
$$;
--> statement-breakpoint
revoke execute on function sign_in_of(text) from public;
--> statement-breakpoint
grant execute on function sign_in_of(text) to consultation_app;
--> statement-breakpoint
-- Whoever holds a receipt may check it, also one of another delegation: both the reference and the digest must be known.
create function journalled_submission(p_reference text, p_digest text)
returns table (reference text, version integer, digest text, roster uuid[], received_late boolean, submitted_at timestamptz,
  signatory_name text, signatory_title text, journal_digest text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.reference, s.version, s.digest, s.roster, s.received_late, s.submitted_at, s.signatory_name, s.signatory_title,
    j.digest
  from submissions s
  join journal j on j.subject = s.id::text and j.stream = 'delegation:' || s.delegation_id::text
    and j.kind = 'response.submitted'
  where s.reference = p_reference and s.digest = p_digest
$$;
--> statement-breakpoint
revoke execute on function journalled_submission(text, text) from public;
--> statement-breakpoint
grant execute on function journalled_submission(text, text) to consultation_app;
