CREATE TYPE "public"."association" AS ENUM('associates', 'differs');--> statement-breakpoint
CREATE TYPE "public"."feedback_channel" AS ENUM('plenary', 'breakout', 'writing');--> statement-breakpoint
CREATE TYPE "public"."feedback_stance" AS ENUM('support', 'support_with_change', 'concern', 'need_information', 'no_position', 'awaiting_instructions');--> statement-breakpoint
CREATE TYPE "public"."linked_kind" AS ENUM('answer', 'letter', 'statement', 'speaker', 'idea', 'cluster', 'remark', 'point', 'feedback', 'theme', 'finding', 'measure', 'paragraph');--> statement-breakpoint
CREATE TYPE "public"."measure_state" AS ENUM('proposed', 'decided', 'under_way', 'done', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."report_back_state" AS ENUM('drafting', 'put', 'signed', 'reported', 'given_up');--> statement-breakpoint
CREATE TYPE "public"."retreat_state" AS ENUM('draft', 'announced', 'closed');--> statement-breakpoint
CREATE TYPE "public"."slot_kind" AS ENUM('plenary', 'breakouts');--> statement-breakpoint
ALTER TYPE "public"."office_role" ADD VALUE 'irt';--> statement-breakpoint
CREATE TABLE "convergence_releases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"retreat_id" uuid NOT NULL,
	"finding_version_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"figures" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"retreat_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"finding_version_id" uuid NOT NULL,
	"stance" "feedback_stance" NOT NULL,
	"channel" "feedback_channel" NOT NULL,
	"language" "language" NOT NULL,
	"reason" jsonb NOT NULL,
	"proposals" jsonb NOT NULL,
	"attribution" "attribution" NOT NULL,
	"current" boolean DEFAULT true NOT NULL,
	"open" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_associations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"retreat_id" uuid NOT NULL,
	"finding_version_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"association" "association" NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "associations_differ_with_reason" CHECK ("feedback_associations"."association" <> 'differs' or "feedback_associations"."note" <> '')
);
--> statement-breakpoint
CREATE TABLE "feedback_sources" (
	"feedback_id" uuid PRIMARY KEY NOT NULL,
	"retreat_id" uuid NOT NULL,
	"finding_version_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"group_id" uuid,
	"roster" uuid[] NOT NULL,
	"named" boolean NOT NULL,
	"open" boolean NOT NULL,
	"current" boolean DEFAULT true NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "finding_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"finding_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"number" integer NOT NULL,
	"theme_id" uuid,
	"track" text NOT NULL,
	"title" jsonb NOT NULL,
	"texts" jsonb NOT NULL,
	"change" jsonb NOT NULL,
	"digest" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "finding_versions_findingId_version_unique" UNIQUE("finding_id","version")
);
--> statement-breakpoint
CREATE TABLE "findings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"theme_id" uuid,
	"track" text NOT NULL,
	"title" jsonb NOT NULL,
	"texts" jsonb NOT NULL,
	"change" jsonb NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"published_revision" integer DEFAULT 0 NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "findings_consultationId_number_unique" UNIQUE("consultation_id","number")
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	CONSTRAINT "themes_consultationId_number_unique" UNIQUE("consultation_id","number")
);
--> statement-breakpoint
CREATE TABLE "links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"from_kind" "linked_kind" NOT NULL,
	"from_id" uuid NOT NULL,
	"passage" jsonb,
	"to_kind" "linked_kind" NOT NULL,
	"to_id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings_aside" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"from_kind" "linked_kind" NOT NULL,
	"from_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "measure_dependencies" (
	"measure_id" uuid NOT NULL,
	"needs" uuid NOT NULL,
	CONSTRAINT "measure_dependencies_measure_id_needs_pk" PRIMARY KEY("measure_id","needs"),
	CONSTRAINT "dependencies_not_on_itself" CHECK ("measure_dependencies"."measure_id" <> "measure_dependencies"."needs")
);
--> statement-breakpoint
CREATE TABLE "measure_history" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"measure_id" uuid NOT NULL,
	"state" "measure_state" NOT NULL,
	"note" jsonb NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"owner" jsonb NOT NULL,
	"track" text NOT NULL,
	"due" text,
	"state" "measure_state" DEFAULT 'proposed' NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "measures_consultationId_number_unique" UNIQUE("consultation_id","number")
);
--> statement-breakpoint
CREATE TABLE "report_paragraphs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"place" double precision NOT NULL,
	"texts" jsonb NOT NULL,
	"editorial" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"title" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "reports_consultationId_unique" UNIQUE("consultation_id"),
	CONSTRAINT "reports_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "declines" (
	"session_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "declines_session_id_delegation_id_pk" PRIMARY KEY("session_id","delegation_id")
);
--> statement-breakpoint
CREATE TABLE "group_choices" (
	"slot_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"session_ids" uuid[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_choices_slot_id_delegation_id_pk" PRIMARY KEY("slot_id","delegation_id")
);
--> statement-breakpoint
CREATE TABLE "podium_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"retreat_id" uuid NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "priorities" (
	"retreat_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"finding_ids" uuid[] NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "priorities_retreat_id_delegation_id_pk" PRIMARY KEY("retreat_id","delegation_id")
);
--> statement-breakpoint
CREATE TABLE "report_backs" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"state" "report_back_state" DEFAULT 'drafting' NOT NULL,
	"digest" text,
	"put_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"signed_at" timestamp with time zone,
	"speaker_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retreat_sessions" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"retreat_id" uuid NOT NULL,
	"slot_id" uuid NOT NULL,
	"kind" "slot_kind" NOT NULL,
	"number" integer NOT NULL,
	"seats" integer,
	"reports_to" uuid,
	"finding_ids" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retreat_slots" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"retreat_id" uuid NOT NULL,
	"kind" "slot_kind" NOT NULL,
	"title" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"choice_until" timestamp with time zone,
	"assigned_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "retreats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"reference" text NOT NULL,
	"title" jsonb NOT NULL,
	"note" jsonb NOT NULL,
	"place" text NOT NULL,
	"zone" text NOT NULL,
	"state" "retreat_state" DEFAULT 'draft' NOT NULL,
	"participant_ids" uuid[] NOT NULL,
	"finding_ids" uuid[] NOT NULL,
	"feedback_opens_at" timestamp with time zone NOT NULL,
	"feedback_closes_at" timestamp with time zone NOT NULL,
	"attribution_offered" text[] NOT NULL,
	"feedback_open" boolean NOT NULL,
	"announced_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "retreats_reference_unique" UNIQUE("reference"),
	CONSTRAINT "retreats_consultationId_number_unique" UNIQUE("consultation_id","number")
);
--> statement-breakpoint
CREATE TABLE "room_messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"session_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"dissents" boolean NOT NULL,
	"note" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "signatures_session_id_delegation_id_pk" PRIMARY KEY("session_id","delegation_id")
);
--> statement-breakpoint
ALTER TABLE "convergence_releases" ADD CONSTRAINT "convergence_releases_retreat_id_retreats_id_fk" FOREIGN KEY ("retreat_id") REFERENCES "public"."retreats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "convergence_releases" ADD CONSTRAINT "convergence_releases_finding_version_id_finding_versions_id_fk" FOREIGN KEY ("finding_version_id") REFERENCES "public"."finding_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_retreat_id_retreats_id_fk" FOREIGN KEY ("retreat_id") REFERENCES "public"."retreats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."findings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_finding_version_id_finding_versions_id_fk" FOREIGN KEY ("finding_version_id") REFERENCES "public"."finding_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_associations" ADD CONSTRAINT "feedback_associations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_associations" ADD CONSTRAINT "feedback_associations_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_sources" ADD CONSTRAINT "feedback_sources_feedback_id_feedback_id_fk" FOREIGN KEY ("feedback_id") REFERENCES "public"."feedback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_sources" ADD CONSTRAINT "feedback_sources_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_sources" ADD CONSTRAINT "feedback_sources_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."findings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_aside" ADD CONSTRAINT "settings_aside_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_aside" ADD CONSTRAINT "settings_aside_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_dependencies" ADD CONSTRAINT "measure_dependencies_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_dependencies" ADD CONSTRAINT "measure_dependencies_needs_measures_id_fk" FOREIGN KEY ("needs") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_history" ADD CONSTRAINT "measure_history_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_history" ADD CONSTRAINT "measure_history_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_paragraphs" ADD CONSTRAINT "report_paragraphs_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declines" ADD CONSTRAINT "declines_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declines" ADD CONSTRAINT "declines_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_choices" ADD CONSTRAINT "group_choices_slot_id_retreat_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."retreat_slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_choices" ADD CONSTRAINT "group_choices_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "podium_calls" ADD CONSTRAINT "podium_calls_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_retreat_id_retreats_id_fk" FOREIGN KEY ("retreat_id") REFERENCES "public"."retreats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "priorities" ADD CONSTRAINT "priorities_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_backs" ADD CONSTRAINT "report_backs_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retreat_sessions" ADD CONSTRAINT "retreat_sessions_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retreat_sessions" ADD CONSTRAINT "retreat_sessions_retreat_id_retreats_id_fk" FOREIGN KEY ("retreat_id") REFERENCES "public"."retreats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retreat_sessions" ADD CONSTRAINT "retreat_sessions_slot_id_retreat_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."retreat_slots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retreat_sessions" ADD CONSTRAINT "retreat_sessions_reports_to_sessions_id_fk" FOREIGN KEY ("reports_to") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retreat_slots" ADD CONSTRAINT "retreat_slots_retreat_id_retreats_id_fk" FOREIGN KEY ("retreat_id") REFERENCES "public"."retreats"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retreats" ADD CONSTRAINT "retreats_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "convergence_releases_retreat_id_index" ON "convergence_releases" USING btree ("retreat_id");--> statement-breakpoint
CREATE INDEX "convergence_releases_finding_version_id_index" ON "convergence_releases" USING btree ("finding_version_id");--> statement-breakpoint
CREATE INDEX "feedback_finding_version_id_index" ON "feedback" USING btree ("finding_version_id") WHERE "feedback"."current";--> statement-breakpoint
CREATE INDEX "feedback_retreat_id_index" ON "feedback" USING btree ("retreat_id");--> statement-breakpoint
CREATE INDEX "feedback_associations_retreat_id_index" ON "feedback_associations" USING btree ("retreat_id");--> statement-breakpoint
CREATE UNIQUE INDEX "associations_one_at_a_time" ON "feedback_associations" USING btree ("finding_version_id","retreat_id","group_id","delegation_id") WHERE "feedback_associations"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "feedback_sources_delegation_id_index" ON "feedback_sources" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "feedback_sources_retreat_id_index" ON "feedback_sources" USING btree ("retreat_id");--> statement-breakpoint
CREATE UNIQUE INDEX "feedback_one_per_capacity" ON "feedback_sources" USING btree ("retreat_id","finding_version_id","delegation_id",coalesce("group_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "feedback_sources"."current";--> statement-breakpoint
CREATE INDEX "finding_versions_consultation_id_index" ON "finding_versions" USING btree ("consultation_id");--> statement-breakpoint
CREATE INDEX "links_from_kind_from_id_index" ON "links" USING btree ("from_kind","from_id");--> statement-breakpoint
CREATE INDEX "links_to_kind_to_id_index" ON "links" USING btree ("to_kind","to_id");--> statement-breakpoint
CREATE INDEX "links_consultation_id_index" ON "links" USING btree ("consultation_id");--> statement-breakpoint
CREATE INDEX "settings_aside_from_kind_from_id_index" ON "settings_aside" USING btree ("from_kind","from_id");--> statement-breakpoint
CREATE INDEX "measure_dependencies_needs_index" ON "measure_dependencies" USING btree ("needs");--> statement-breakpoint
CREATE INDEX "measure_history_measure_id_index" ON "measure_history" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "measures_track_index" ON "measures" USING btree ("track");--> statement-breakpoint
CREATE INDEX "report_paragraphs_report_id_index" ON "report_paragraphs" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_paragraphs_consultation_id_index" ON "report_paragraphs" USING btree ("consultation_id");--> statement-breakpoint
CREATE INDEX "podium_calls_retreat_id_index" ON "podium_calls" USING btree ("retreat_id");--> statement-breakpoint
CREATE INDEX "priorities_delegation_id_index" ON "priorities" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "retreat_sessions_retreat_id_index" ON "retreat_sessions" USING btree ("retreat_id");--> statement-breakpoint
CREATE INDEX "retreat_sessions_slot_id_index" ON "retreat_sessions" USING btree ("slot_id");--> statement-breakpoint
CREATE INDEX "retreat_slots_retreat_id_index" ON "retreat_slots" USING btree ("retreat_id");--> statement-breakpoint
CREATE INDEX "room_messages_session_id_index" ON "room_messages" USING btree ("session_id");