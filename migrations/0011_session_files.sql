ALTER TABLE "mails" ADD COLUMN "calendar" jsonb;--> statement-breakpoint
ALTER TABLE "session_items" ADD COLUMN "questions" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "session_items" DROP COLUMN "question_ids";