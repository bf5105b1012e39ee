-- Summaries of what was said: texts like the report, of which one still stands for each consultation. The new kind of link cannot be
-- named in this transaction; functions name it when they are called.
ALTER TYPE "public"."linked_kind" ADD VALUE 'summary';--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_consultationId_unique";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "summary_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "kind" text DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "list_id" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_summary_id_reports_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_of_consultation" ON "reports" USING btree ("consultation_id") WHERE "reports"."kind" = 'report';--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_consultationId_number_unique" UNIQUE("consultation_id","number");--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_of_summary" CHECK ((coalesce("exports"."paper", '') = 'summary') = ("exports"."summary_id" is not null));--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_summary_of_one_thing" CHECK (case "reports"."kind" when 'summary' then "reports"."number" is not null and num_nonnulls("reports"."list_id", "reports"."session_id") <= 1
        else num_nonnulls("reports"."number", "reports"."list_id", "reports"."session_id") = 0 end);--> statement-breakpoint
create or replace function published_result(p_kind linked_kind, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  case p_kind
    when 'theme' then return true;
    when 'finding' then return exists (select from finding_versions v where v.id = p_id);
    when 'measure' then return exists (select from measures m where m.id = p_id and m.published);
    when 'paragraph', 'summary' then return exists (select from report_paragraphs p join reports r on r.id = p.report_id
      where p.id = p_id and r.published_at is not null and (r.kind = 'summary') = (p_kind = 'summary'));
    else return false;
  end case;
end $$;
--> statement-breakpoint
-- Paragraphs are read with what they are of: the policies of reports answer.
drop policy delegations on report_paragraphs;
--> statement-breakpoint
create policy delegations on report_paragraphs for select using (
  app_delegation() is not null and exists (select from reports r where r.id = report_id));
