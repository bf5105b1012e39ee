ALTER TABLE "exports" DROP CONSTRAINT "exports_of_one_thing";--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "retreat_id" uuid;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "consultation_id" uuid;--> statement-breakpoint
ALTER TABLE "exports" ADD COLUMN "paper" text;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_retreat_id_retreats_id_fk" FOREIGN KEY ("retreat_id") REFERENCES "public"."retreats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_of_one_thing" CHECK (num_nonnulls("exports"."list_id", "exports"."session_id", "exports"."retreat_id", "exports"."consultation_id") = 1
        and ("exports"."paper" is not null) = (coalesce("exports"."retreat_id", "exports"."consultation_id") is not null));