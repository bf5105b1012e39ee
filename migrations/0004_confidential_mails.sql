ALTER TABLE "mails" ADD COLUMN "confidential" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- A mail about a draft tells that there is one.
drop policy administrators on mails;
--> statement-breakpoint
create policy administrators on mails for select using (app_system() or (app_administrator() and not confidential));
--> statement-breakpoint
create policy clearing on mails for delete using (app_system());
