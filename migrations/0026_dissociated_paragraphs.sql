-- A member that differs from its group may name the paragraphs from which it dissociates itself, by their place from nought.
ALTER TABLE "feedback_associations" ADD COLUMN "paragraphs" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback_associations" ADD CONSTRAINT "associations_differ_on_paragraphs" CHECK ("feedback_associations"."association" = 'differs' or cardinality("feedback_associations"."paragraphs") = 0);
