-- A group has one word on a version, whoever of its speakers gives it: of two that stand, the later one stays.
with later as (
  select feedback_id, row_number() over (partition by retreat_id, finding_version_id, group_id order by at desc, delegation_id desc) as place
  from feedback_sources where current and group_id is not null),
replaced as (update feedback_sources set current = false where feedback_id in (select feedback_id from later where place > 1) returning feedback_id)
update feedback set current = false where id in (select feedback_id from replaced);
--> statement-breakpoint
DROP INDEX "feedback_one_per_capacity";--> statement-breakpoint
CREATE UNIQUE INDEX "feedback_one_per_author" ON "feedback_sources" USING btree ("retreat_id","finding_version_id",coalesce("group_id", "delegation_id")) WHERE "feedback_sources"."current";
--> statement-breakpoint
-- The groups for which the delegation that asks may speak today, by the calendar of New York.
create function own_groups() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select array(select s.group_id from group_speakers s where s.delegation_id = app_delegation()
    and s."from" <= (now() at time zone 'America/New_York')::date
    and (s.until is null or s.until > (now() at time zone 'America/New_York')::date))
$$;
--> statement-breakpoint
revoke execute on function own_groups() from public;
--> statement-breakpoint
grant execute on function own_groups() to consultation_app;
--> statement-breakpoint
-- Whoever speaks for a group reads what another of its speakers gave, and what its members said to that, and puts newer words in its place.
alter policy in_our_name on feedback using (app_delegation() is not null and exists (
  select 1 from feedback_sources s where s.feedback_id = feedback.id
    and (s.delegation_id = app_delegation() or app_delegation() = any (s.roster) or s.group_id = any ((select own_groups())::uuid[]))));
--> statement-breakpoint
alter policy own on feedback using (app_delegation() is not null and exists (
  select 1 from feedback_sources s where s.feedback_id = feedback.id
    and (s.delegation_id = app_delegation() or s.group_id = any ((select own_groups())::uuid[]))));
--> statement-breakpoint
alter policy in_our_name on feedback_sources using (
  app_delegation() = any (roster) or group_id = any ((select own_groups())::uuid[]));
--> statement-breakpoint
create policy replacing on feedback_sources for update using (group_id = any ((select own_groups())::uuid[]));
--> statement-breakpoint
alter policy beside_group on feedback_associations using (
  (app_irt() or app_delegation() is not null) and exists (
    select 1 from feedback_sources s where s.retreat_id = feedback_associations.retreat_id
      and s.finding_version_id = feedback_associations.finding_version_id and s.group_id = feedback_associations.group_id
      and s.current and (s.delegation_id = app_delegation() or s.group_id = any ((select own_groups())::uuid[])
        or (app_irt() and s.named) or s.open)));
--> statement-breakpoint
-- Dissociations from words that this reader is not shown by name, by paragraph: once nothing can be added to them, and of each
-- group's words only where five members or more dissociate themselves, so that no difference of two figures is smaller. Who reads a
-- group's dissociations by name, or is one of those it speaks for, is given no figure of them.
create function unnamed_dissociations(p_version uuid) returns table (paragraph integer, figure integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  select d.paragraph, sum(d.figure)::integer from (
    select p.paragraph, count(*) as figure
    from feedback_sources s
    join retreats r on r.id = s.retreat_id and r.state = 'closed' and r.feedback_closes_at <= now()
    join feedback_associations a on a.retreat_id = s.retreat_id and a.finding_version_id = s.finding_version_id
      and a.group_id = s.group_id and a.association = 'differs' and a.withdrawn_at is null and a.at >= s.at
    cross join unnest(a.paragraphs) p (paragraph)
    where s.finding_version_id = p_version and s.current and not s.open and not app_staff()
      and ((app_irt() and not s.named) or (app_delegation() = any (r.participant_ids) and s.delegation_id <> app_delegation()
        and not app_delegation() = any (s.roster) and not s.group_id = any (own_groups())))
    group by s.feedback_id, p.paragraph having count(*) >= 5) d
  group by d.paragraph
$$;
--> statement-breakpoint
revoke execute on function unnamed_dissociations(uuid) from public;
--> statement-breakpoint
grant execute on function unnamed_dissociations(uuid) to consultation_app;
