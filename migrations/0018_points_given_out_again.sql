ALTER TABLE "points_given" ADD COLUMN "summed" jsonb;--> statement-breakpoint
-- Sums given out anew after fewer than five changed their points would say, by what they differ, what those gave: then the sums
-- given out before stand, made again of what was summed. Where names are sealed nothing is left of an earlier sum.
create or replace function sum_points(p_item uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_phase board_phase;
  v_mode attribution_mode;
  v_givers integer;
  v_summed integer;
  v_changed integer;
begin
  select i.phase, s.mode into v_phase, v_mode from session_items i join sessions s on s.id = i.session_id where i.id = p_item;
  if v_phase is null or v_phase not in ('discussing', 'closed') then return; end if;
  select count(*) filter (where total > 0), count(summed), count(*) filter (where points is distinct from coalesce(summed, '{}'))
    into v_givers, v_summed, v_changed from points_given where item_id = p_item;
  if v_givers >= 5 and (v_summed = 0 or v_changed >= 5) then
    update points_given set summed = points where item_id = p_item;
    v_summed := v_givers;
  end if;
  if v_summed > 0 then
    with recursive part (whole, id) as (
      select id, id from clusters where item_id = p_item
      union
      select p.whole, c.id from part p join clusters c on c.merged_into = p.id
    ), sums as (
      select p.whole, sum(coalesce((g.summed ->> p.id::text)::integer, 0)) as points
      from part p cross join points_given g where g.item_id = p_item group by p.whole
    )
    update clusters c set points = s.points from sums s where c.id = s.whole;
  end if;
  if v_mode <> 'attributed' then delete from points_given where item_id = p_item; end if;
end $$;
--> statement-breakpoint
-- Locked in the order in which an idea and a right take them, so that a session that goes on does not wait for one that closes.
create or replace function purge_intake(p_session uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  lock table credit_keys, intake, credits_spent, credits_drawn in access exclusive mode;
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
