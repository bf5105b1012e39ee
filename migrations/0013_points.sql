-- Sums of points once prioritising is over, and never before; none where too few gave any (small numbers). Nobody reads what
-- one delegation gave: where names are sealed it is gone with the sum.
create function sum_points(p_item uuid) returns void
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
    update clusters c set points = coalesce((select sum((g.points ->> c.id::text)::integer) from points_given g
      where g.item_id = p_item), 0)
    where c.item_id = p_item;
  end if;
  if v_mode <> 'attributed' then delete from points_given where item_id = p_item; end if;
end $$;
--> statement-breakpoint
revoke execute on function sum_points(uuid) from public;
--> statement-breakpoint
grant execute on function sum_points(uuid) to consultation_app;
