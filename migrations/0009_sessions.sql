CREATE TYPE "public"."idea_state" AS ENUM('silent', 'waiting', 'open', 'returned', 'hidden', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."floor_capacity" AS ENUM('national', 'group', 'point_of_order', 'right_of_reply');--> statement-breakpoint
CREATE TYPE "public"."speaker_state" AS ENUM('requested', 'confirmed', 'speaking', 'spoken', 'withdrawn', 'yielded');--> statement-breakpoint
CREATE TYPE "public"."attribution_mode" AS ENUM('attributed', 'not_for_attribution', 'anonymous');--> statement-breakpoint
CREATE TYPE "public"."board_phase" AS ENUM('idle', 'writing', 'revealed', 'clustering', 'prioritising', 'discussing', 'closed');--> statement-breakpoint
CREATE TYPE "public"."invited_as" AS ENUM('delegate', 'observer');--> statement-breakpoint
CREATE TYPE "public"."room_role" AS ENUM('chair', 'moderator', 'rapporteur', 'note_taker');--> statement-breakpoint
CREATE TYPE "public"."session_state" AS ENUM('draft', 'announced', 'open', 'closed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."temperature_choice" AS ENUM('strong_reservations', 'reservations', 'undecided', 'inclined', 'strongly_inclined', 'no_position', 'awaiting_instructions');--> statement-breakpoint
CREATE TYPE "public"."temperature_state" AS ENUM('prepared', 'open', 'closed', 'released');--> statement-breakpoint
CREATE TABLE "cluster_mergings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cluster_id" uuid NOT NULL,
	"into" uuid NOT NULL,
	"idea_ids" uuid[] NOT NULL,
	"topic_ids" uuid[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "clusters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"name" text NOT NULL,
	"place" double precision NOT NULL,
	"merged_into" uuid,
	"points" integer
);
--> statement-breakpoint
CREATE TABLE "credit_keys" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credits_drawn" (
	"session_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "credits_drawn_session_id_delegation_id_pk" PRIMARY KEY("session_id","delegation_id")
);
--> statement-breakpoint
CREATE TABLE "credits_spent" (
	"credit_digest" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_sources" (
	"idea_id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"group_id" uuid,
	"named" boolean DEFAULT false NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ideas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"text" text NOT NULL,
	"language" "language" NOT NULL,
	"state" "idea_state" NOT NULL,
	"reason" text,
	"place" double precision NOT NULL,
	"cluster_id" uuid,
	"merged_into" uuid,
	"pinned" boolean DEFAULT false NOT NULL,
	"release" integer
);
--> statement-breakpoint
CREATE TABLE "intake" (
	"credit_digest" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"text" text NOT NULL,
	"language" "language" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "points_given" (
	"item_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"points" jsonb NOT NULL,
	"total" integer NOT NULL,
	"budget" integer NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "points_given_item_id_delegation_id_pk" PRIMARY KEY("item_id","delegation_id"),
	CONSTRAINT "points_within_budget" CHECK ("points_given"."total" between 0 and "points_given"."budget")
);
--> statement-breakpoint
CREATE TABLE "floor_givings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"from_speaker_id" uuid,
	"to_speaker_id" uuid,
	"before" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"taken_back_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"group_id" uuid,
	"capacity" "floor_capacity" NOT NULL,
	"state" "speaker_state" NOT NULL,
	"place" double precision NOT NULL,
	"observer" boolean NOT NULL,
	"moved_for" text,
	"used_ms" integer DEFAULT 0 NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"spoke_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "statement_sources" (
	"statement_id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"group_id" uuid,
	"roster" uuid[] NOT NULL,
	"named" boolean DEFAULT false NOT NULL,
	"speaker_id" uuid
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"language" "language" NOT NULL,
	"blocks" jsonb NOT NULL,
	"open" boolean NOT NULL,
	"place" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trades" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"from_speaker_id" uuid NOT NULL,
	"to_speaker_id" uuid NOT NULL,
	"from_delegation_id" uuid NOT NULL,
	"to_delegation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"text" text NOT NULL,
	"place" double precision NOT NULL,
	"sources" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "attendances_session_id_delegation_id_pk" PRIMARY KEY("session_id","delegation_id")
);
--> statement-breakpoint
CREATE TABLE "session_invited" (
	"session_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"invited_as" "invited_as" NOT NULL,
	CONSTRAINT "session_invited_session_id_delegation_id_pk" PRIMARY KEY("session_id","delegation_id")
);
--> statement-breakpoint
CREATE TABLE "session_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"note" jsonb NOT NULL,
	"question_ids" uuid[] NOT NULL,
	"list_open" boolean DEFAULT false NOT NULL,
	"seconds_state" integer NOT NULL,
	"seconds_group" integer NOT NULL,
	"clock_started_at" timestamp (3) with time zone,
	"clock_used_ms" integer DEFAULT 0 NOT NULL,
	"clock_limit_ms" integer DEFAULT 0 NOT NULL,
	"phase" "board_phase" DEFAULT 'idle' NOT NULL,
	"budget" integer NOT NULL,
	"cap" integer NOT NULL,
	"silent_count" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session_roles" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "room_role" NOT NULL,
	CONSTRAINT "session_roles_session_id_person_id_role_pk" PRIMARY KEY("session_id","person_id","role")
);
--> statement-breakpoint
CREATE TABLE "session_screens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"token_digest" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_screens_tokenDigest_unique" UNIQUE("token_digest")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"reference" text NOT NULL,
	"title" jsonb NOT NULL,
	"note" jsonb NOT NULL,
	"preset" text NOT NULL,
	"mode" "attribution_mode" NOT NULL,
	"state" "session_state" DEFAULT 'draft' NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"place" text NOT NULL,
	"link" text NOT NULL,
	"interpretation" text[] NOT NULL,
	"observers_after" boolean NOT NULL,
	"prescreen" boolean NOT NULL,
	"ideas_of_one" integer NOT NULL,
	"rehearsal" boolean NOT NULL,
	"current_item_id" uuid,
	"screen_show" text DEFAULT 'item' NOT NULL,
	"screen_message" text DEFAULT '' NOT NULL,
	"record_kept" boolean DEFAULT false NOT NULL,
	"has_contributions" boolean DEFAULT false NOT NULL,
	"calendar_sequence" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"announced_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"handed_over_at" timestamp with time zone,
	"purged_at" timestamp with time zone,
	CONSTRAINT "sessions_reference_unique" UNIQUE("reference"),
	CONSTRAINT "sessions_consultationId_number_unique" UNIQUE("consultation_id","number"),
	CONSTRAINT "sessions_ends_after_start" CHECK ("sessions"."ends_at" > "sessions"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "temperature_answers" (
	"temperature_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"choice" "temperature_choice" NOT NULL,
	CONSTRAINT "temperature_answers_temperature_id_delegation_id_pk" PRIMARY KEY("temperature_id","delegation_id")
);
--> statement-breakpoint
CREATE TABLE "temperatures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"question" jsonb NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"earlier_id" uuid,
	"state" "temperature_state" DEFAULT 'prepared' NOT NULL,
	"result" jsonb,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remark_sources" (
	"remark_id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"delegation_id" uuid,
	"named" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"reply_to" uuid,
	"quotes" uuid,
	"language" "language" NOT NULL,
	"text" text NOT NULL,
	"place" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"cluster_id" uuid,
	"title" text NOT NULL,
	"resolved_at" timestamp with time zone,
	"moved_from" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cluster_mergings" ADD CONSTRAINT "cluster_mergings_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_sources" ADD CONSTRAINT "idea_sources_idea_id_ideas_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."ideas"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_sources" ADD CONSTRAINT "idea_sources_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_sources" ADD CONSTRAINT "idea_sources_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_given" ADD CONSTRAINT "points_given_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "points_given" ADD CONSTRAINT "points_given_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_givings" ADD CONSTRAINT "floor_givings_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speakers" ADD CONSTRAINT "speakers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_sources" ADD CONSTRAINT "statement_sources_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_sources" ADD CONSTRAINT "statement_sources_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_sources" ADD CONSTRAINT "statement_sources_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trades" ADD CONSTRAINT "trades_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trades" ADD CONSTRAINT "trades_from_speaker_id_speakers_id_fk" FOREIGN KEY ("from_speaker_id") REFERENCES "public"."speakers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trades" ADD CONSTRAINT "trades_to_speaker_id_speakers_id_fk" FOREIGN KEY ("to_speaker_id") REFERENCES "public"."speakers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_invited" ADD CONSTRAINT "session_invited_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_invited" ADD CONSTRAINT "session_invited_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_items" ADD CONSTRAINT "session_items_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_roles" ADD CONSTRAINT "session_roles_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_roles" ADD CONSTRAINT "session_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_screens" ADD CONSTRAINT "session_screens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temperature_answers" ADD CONSTRAINT "temperature_answers_temperature_id_temperatures_id_fk" FOREIGN KEY ("temperature_id") REFERENCES "public"."temperatures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temperature_answers" ADD CONSTRAINT "temperature_answers_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temperatures" ADD CONSTRAINT "temperatures_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temperatures" ADD CONSTRAINT "temperatures_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_sources" ADD CONSTRAINT "remark_sources_remark_id_remarks_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark_sources" ADD CONSTRAINT "remark_sources_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_topic_id_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."topics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_item_id_session_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."session_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_cluster_id_clusters_id_fk" FOREIGN KEY ("cluster_id") REFERENCES "public"."clusters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clusters_session_id_index" ON "clusters" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "credits_spent_session_id_index" ON "credits_spent" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "idea_sources_session_id_index" ON "idea_sources" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "idea_sources_delegation_id_index" ON "idea_sources" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "ideas_session_id_index" ON "ideas" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "ideas_item_id_index" ON "ideas" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "intake_item_id_index" ON "intake" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "floor_givings_item_id_index" ON "floor_givings" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "speakers_item_id_index" ON "speakers" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "speakers_session_id_index" ON "speakers" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_one_place" ON "speakers" USING btree ("item_id","delegation_id","capacity",coalesce("group_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "speakers"."state" in ('requested', 'confirmed', 'speaking');--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_one_speaks" ON "speakers" USING btree ("item_id") WHERE "speakers"."state" = 'speaking';--> statement-breakpoint
CREATE INDEX "statement_sources_session_id_index" ON "statement_sources" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "statements_one_per_capacity" ON "statement_sources" USING btree ("item_id","delegation_id",coalesce("group_id", '00000000-0000-0000-0000-000000000000'::uuid));--> statement-breakpoint
CREATE INDEX "statements_session_id_index" ON "statements" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "trades_item_id_index" ON "trades" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "notes_session_id_index" ON "notes" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "session_invited_delegation_id_index" ON "session_invited" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "session_items_session_id_index" ON "session_items" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "temperatures_session_id_index" ON "temperatures" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "remarks_topic_id_index" ON "remarks" USING btree ("topic_id");--> statement-breakpoint
CREATE INDEX "remarks_session_id_index" ON "remarks" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "topics_session_id_index" ON "topics" USING btree ("session_id");