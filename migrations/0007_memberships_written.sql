-- Whoever holds a membership sees it; it is written by its delegation, and by the platform when an invitation is accepted.
drop policy office on memberships;
--> statement-breakpoint
create policy seen on memberships for select using (app_system() or app_staff() or app_administrator()
  or delegation_id = app_delegation() or person_id = app_person());
--> statement-breakpoint
create policy written on memberships using (app_system() or delegation_id = app_delegation());
