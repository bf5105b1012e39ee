-- The sessions somebody is in are asked for by the policies of everything in a room, often several times in one statement. As one
-- query of four parts each asking cost as much as what it guards; of a delegation only its invitations are looked at.
create or replace function own_sessions() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  v_screen uuid := app_screen();
  v_delegation uuid := app_delegation();
  v_person uuid := app_person();
  v_ids uuid[] := '{}';
begin
  if v_screen is not null then v_ids := array[v_screen]; end if;
  if v_delegation is not null then
    v_ids := v_ids || array(select i.session_id from session_invited i join sessions s on s.id = i.session_id
      where i.delegation_id = v_delegation and s.state <> 'draft');
  end if;
  if app_irt() then
    v_ids := v_ids || array(select s.id from sessions s where s.state = 'closed' or (s.mode = 'attributed' and s.state <> 'draft'));
  end if;
  if app_reader() then
    v_ids := v_ids || array(select r.session_id from session_roles r where r.person_id = v_person);
  end if;
  return v_ids;
end $$;
