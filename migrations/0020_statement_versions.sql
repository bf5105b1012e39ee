-- What the room has read of a statement no longer changes: given again it is another version beside it, and a citation
-- points at one of them. One that was only to be delivered was read by nobody but the podium, and may still be corrected.
alter table statements add column version integer not null default 1;
--> statement-breakpoint
alter table statements add column replaced_by uuid constraint statements_replaced_by_statements_id_fk references statements (id);
--> statement-breakpoint
alter table statements add column fixed boolean not null default false;
--> statement-breakpoint
alter table statement_sources add column version integer not null default 1;
--> statement-breakpoint
create index statements_replaced_by_index on statements (replaced_by);
--> statement-breakpoint
drop index statements_one_per_capacity;
--> statement-breakpoint
create unique index statements_one_per_capacity on statement_sources
  (item_id, delegation_id, coalesce(group_id, '00000000-0000-0000-0000-000000000000'::uuid), version);
--> statement-breakpoint
update statements set fixed = true where open;
--> statement-breakpoint
create function keep_statement() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.fixed then raise exception 'the room has read it' using errcode = 'check_violation'; end if;
    return old;
  end if;
  if tg_op = 'UPDATE' then
    if old.fixed and (new.blocks, new.language, new.channel, new.version, new.item_id, new.at)
        is distinct from (old.blocks, old.language, old.channel, old.version, old.item_id, old.at) then
      raise exception 'the room has read it' using errcode = 'check_violation';
    end if;
    new.fixed := old.fixed;
  end if;
  new.fixed := new.fixed or new.open;
  return new;
end $$;
--> statement-breakpoint
create trigger statements_keep before insert or update or delete on statements for each row execute function keep_statement();
--> statement-breakpoint
-- Two delegations trade their places: only the one asked may say yes, and only of places still waited in. Every other offer
-- of either place lapses with it, for it named places that are no longer held. Gives back what it settled: nothing, when the
-- places are no longer there to be traded.
drop function trade_places(uuid);
--> statement-breakpoint
create function trade_places(p_trade uuid) returns setof trades
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v trades;
  v_from double precision;
  v_to double precision;
begin
  select * into v from trades where id = p_trade and state = 'offered' and to_delegation_id = app_delegation() for update;
  if not found then return; end if;
  select place into v_from from speakers where id = v.from_speaker_id and state in ('requested', 'confirmed') for update;
  select place into v_to from speakers where id = v.to_speaker_id and state in ('requested', 'confirmed') for update;
  if v_from is null or v_to is null then return; end if;
  update speakers set place = v_to where id = v.from_speaker_id;
  update speakers set place = v_from where id = v.to_speaker_id;
  return query update trades set state = 'accepted' where id = p_trade returning *;
  return query update trades set state = 'lapsed' where state = 'offered'
    and (from_speaker_id in (v.from_speaker_id, v.to_speaker_id) or to_speaker_id in (v.from_speaker_id, v.to_speaker_id))
    returning *;
end $$;
--> statement-breakpoint
revoke execute on function trade_places(uuid) from public;
--> statement-breakpoint
grant execute on function trade_places(uuid) to consultation_app;
--> statement-breakpoint
-- A question whose figures the chair keeps back, or that too few answered when its session closed: it says so for good.
alter type temperature_state add value 'kept_back';
--> statement-breakpoint
-- Answers are forgotten when a question is begun anew, and where names are sealed once its figures are settled.
create or replace function forget_answers(p_temperature uuid) returns void
language sql security definer set search_path = pg_catalog, public as $$
  delete from temperature_answers where temperature_id = p_temperature and app_staff()
    and exists (select from temperatures t where t.id = p_temperature and in_session(t.session_id)
      and (t.state = 'open'
        or (t.state::text in ('released', 'kept_back') and session_mode_of(t.session_id) <> 'attributed')))
$$;
--> statement-breakpoint
-- A roll call: who runs the room says who is there, for those without a device.
create policy rolled on attendances
  using (exists (select from session_roles r where r.session_id = attendances.session_id and r.person_id = app_person()));
