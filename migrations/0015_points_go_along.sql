-- Points of a cluster that was merged before the sum go along with it; its own part stays with it, so that the merging can
-- still be undone.
create or replace function sum_points(p_item uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_phase board_phase;
  v_mode attribution_mode;
  v_givers integer;
begin
  select i.phase, s.mode into v_phase, v_mode from session_items i join sessions s on s.id = i.session_id where i.id = p_item;
  if v_phase is null or v_phase not in ('discussing', 'closed') then return; end if;
  select count(*) into v_givers from points_given where item_id = p_item and total > 0;
  if v_givers >= 5 then
    with recursive part (whole, id) as (
      select id, id from clusters where item_id = p_item
      union
      select p.whole, c.id from part p join clusters c on c.merged_into = p.id
    ), sums as (
      select p.whole, sum(coalesce((g.points ->> p.id::text)::integer, 0)) as points
      from part p cross join points_given g where g.item_id = p_item group by p.whole
    )
    update clusters c set points = s.points from sums s where c.id = s.whole;
  end if;
  if v_mode <> 'attributed' then delete from points_given where item_id = p_item; end if;
end $$;
--> statement-breakpoint
-- Samples of these columns would outlive the rows: PostgreSQL keeps what it knew of a table that is emptied.
do $$
declare c record;
begin
  for c in select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name in ('intake', 'credits_drawn', 'credits_spent', 'credit_keys') loop
    execute format('alter table %I alter column %I set statistics 0', c.table_name, c.column_name);
  end loop;
end $$;
