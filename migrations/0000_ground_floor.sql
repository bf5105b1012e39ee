CREATE TYPE "public"."export_format" AS ENUM('docx', 'pdf', 'xlsx', 'csv', 'json');--> statement-breakpoint
CREATE TYPE "public"."export_state" AS ENUM('waiting', 'running', 'ready', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."mail_state" AS ENUM('waiting', 'sent', 'kept', 'failed');--> statement-breakpoint
CREATE TYPE "public"."delegation_kind" AS ENUM('member', 'observer-state', 'entity');--> statement-breakpoint
CREATE TYPE "public"."language" AS ENUM('ar', 'zh', 'en', 'fr', 'ru', 'es');--> statement-breakpoint
CREATE TYPE "public"."member_role" AS ENUM('head', 'drafter', 'reader');--> statement-breakpoint
CREATE TYPE "public"."office_role" AS ENUM('administrator', 'staff');--> statement-breakpoint
CREATE TYPE "public"."regional_group" AS ENUM('african', 'asia-pacific', 'eastern-european', 'grulac', 'weog');--> statement-breakpoint
CREATE TYPE "public"."audience" AS ENUM('secretariat', 'participants');--> statement-breakpoint
CREATE TYPE "public"."late_answers" AS ENUM('refused', 'marked');--> statement-breakpoint
CREATE TYPE "public"."list_state" AS ENUM('draft', 'circulated', 'closed');--> statement-breakpoint
CREATE TYPE "public"."attribution" AS ENUM('attributed', 'not_for_attribution');--> statement-breakpoint
CREATE TYPE "public"."capacity_kind" AS ENUM('national', 'group', 'ad_hoc');--> statement-breakpoint
CREATE TYPE "public"."response_state" AS ENUM('draft', 'for_clearance', 'cleared', 'submitted');--> statement-breakpoint
CREATE TYPE "public"."stance" AS ENUM('answered', 'no_position', 'see_group');--> statement-breakpoint
CREATE TYPE "public"."side" AS ENUM('secretariat', 'delegation');--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"title" jsonb NOT NULL,
	"track" text NOT NULL,
	"description" jsonb NOT NULL,
	"office" jsonb NOT NULL,
	"milestones" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultations_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"list_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sign_in_id" text NOT NULL,
	"format" "export_format" NOT NULL,
	"language" "language" NOT NULL,
	"filter" jsonb NOT NULL,
	"state" "export_state" DEFAULT 'waiting' NOT NULL,
	"progress" real DEFAULT 0 NOT NULL,
	"file_name" text,
	"content" "bytea",
	"failure" text,
	"asked_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"list_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"contribution_ids" uuid[] NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "releases_list_id_question_id_number_pk" PRIMARY KEY("list_id","question_id","number")
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"person_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"reply" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commands_person_id_command_id_pk" PRIMARY KEY("person_id","command_id")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "journal_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "journal_actors" (
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "journal_actors_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"name" text PRIMARY KEY NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"language" "language" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"state" "mail_state" DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"kind" "delegation_kind" NOT NULL,
	"names" jsonb NOT NULL,
	"formal_names" jsonb NOT NULL,
	"regional_group" "regional_group",
	"protocol_order" integer,
	CONSTRAINT "delegations_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"from" date,
	"until" date
);
--> statement-breakpoint
CREATE TABLE "group_speakers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"from" date NOT NULL,
	"until" date
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text,
	"kind" text NOT NULL,
	"names" jsonb NOT NULL,
	"complete" boolean NOT NULL,
	CONSTRAINT "groups_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_digest" text NOT NULL,
	"email" text NOT NULL,
	"language" "language" NOT NULL,
	"office_role" "office_role",
	"delegation_id" uuid,
	"member_role" "member_role",
	"title" text,
	"from" timestamp with time zone,
	"until" timestamp with time zone,
	"stand_in" boolean DEFAULT false NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenDigest_unique" UNIQUE("token_digest"),
	CONSTRAINT "invitations_for_one_thing" CHECK (("invitations"."office_role" is not null and "invitations"."delegation_id" is null and "invitations"."member_role" is null)
       or ("invitations"."office_role" is null and "invitations"."delegation_id" is not null and "invitations"."member_role" is not null))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delegation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "member_role" NOT NULL,
	"title" text,
	"from" timestamp with time zone DEFAULT now() NOT NULL,
	"until" timestamp with time zone,
	"stand_in" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "memberships_period" CHECK ("memberships"."until" is null or "memberships"."from" < "memberships"."until"),
	CONSTRAINT "memberships_stand_in_ends" CHECK (not "memberships"."stand_in" or ("memberships"."role" = 'head' and "memberships"."until" is not null))
);
--> statement-breakpoint
CREATE TABLE "office_roles" (
	"person_id" uuid NOT NULL,
	"role" "office_role" NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "office_roles_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_digest" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"language" "language" DEFAULT 'en' NOT NULL,
	"time_zone" text,
	"password_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_ends" timestamp with time zone NOT NULL,
	CONSTRAINT "throttles_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "addressees" (
	"list_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"in_preparation" boolean DEFAULT false NOT NULL,
	"extended_to" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "addressees_list_id_delegation_id_pk" PRIMARY KEY("list_id","delegation_id")
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"list_id" uuid NOT NULL,
	"delegation_id" uuid,
	"closes_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_lists" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" "list_state" DEFAULT 'draft' NOT NULL,
	"title" jsonb NOT NULL,
	"note" jsonb NOT NULL,
	"purpose" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"contact" jsonb NOT NULL,
	"sections" jsonb NOT NULL,
	"deadline_local" text,
	"deadline_zone" text,
	"closes_at" timestamp with time zone,
	"first_closes_at" timestamp with time zone,
	"audience" "audience" NOT NULL,
	"attribution_offered" text[] NOT NULL,
	"late_answers" "late_answers" NOT NULL,
	"addressee_ids" uuid[] NOT NULL,
	"languages" text[] NOT NULL,
	"circulated_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "question_lists_consultationId_number_unique" UNIQUE("consultation_id","number"),
	CONSTRAINT "lists_circulated_complete" CHECK ("question_lists"."state" = 'draft' or ("question_lists"."circulated_at" is not null and "question_lists"."closes_at" is not null)),
	CONSTRAINT "lists_closed_has_time" CHECK (("question_lists"."state" = 'closed') = ("question_lists"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"choices" text[] NOT NULL,
	CONSTRAINT "questions_listId_number_unique" UNIQUE("list_id","number"),
	CONSTRAINT "questions_listId_id_unique" UNIQUE("list_id","id")
);
--> statement-breakpoint
CREATE TABLE "alignments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"list_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"extent" text NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"response_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"question_id" uuid,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contribution_sources" (
	"contribution_id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"attribution" "attribution" NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	"open_to" uuid[] NOT NULL,
	CONSTRAINT "sources_sealed" CHECK ("contribution_sources"."attribution" = 'attributed' or (not "contribution_sources"."published" and "contribution_sources"."open_to" = '{}'))
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"list_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"stance" "stance" NOT NULL,
	"group_id" uuid,
	"choice" text,
	"language" "language" NOT NULL,
	"attribution" "attribution" NOT NULL,
	"blocks" jsonb NOT NULL,
	"search_text" text NOT NULL,
	"current" boolean NOT NULL,
	"published" boolean DEFAULT false NOT NULL,
	"open_to" uuid[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_answers" (
	"response_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"stance" "stance" NOT NULL,
	"group_id" uuid,
	"choice" text,
	"language" "language" NOT NULL,
	"attribution" "attribution" NOT NULL,
	"blocks" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_answers_response_id_question_id_pk" PRIMARY KEY("response_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "draft_wordings" (
	"response_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"stance" "stance" NOT NULL,
	"group_id" uuid,
	"choice" text,
	"language" "language" NOT NULL,
	"attribution" "attribution" NOT NULL,
	"blocks" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"edited_by" uuid NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_wordings_response_id_question_id_revision_pk" PRIMARY KEY("response_id","question_id","revision")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"delegation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"digest" text NOT NULL,
	"content" "bytea" NOT NULL,
	"attached_at" timestamp with time zone NOT NULL,
	"submitted" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"list_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"capacity_kind" "capacity_kind" NOT NULL,
	"group_id" uuid,
	"ad_hoc_name" text,
	"ad_hoc_members" uuid[],
	"state" "response_state" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"note_text" text,
	"note_by" uuid,
	"note_at" timestamp with time zone,
	"cleared_at" timestamp with time zone,
	"cleared_by" uuid,
	"cleared_digest" text,
	"letter_id" uuid,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "responses_one_per_capacity" UNIQUE NULLS NOT DISTINCT("list_id","delegation_id","capacity_kind","group_id","ad_hoc_name"),
	CONSTRAINT "responses_capacity" CHECK (case "responses"."capacity_kind"
        when 'national' then "responses"."group_id" is null and "responses"."ad_hoc_name" is null
        when 'group' then "responses"."group_id" is not null and "responses"."ad_hoc_name" is null
        else "responses"."group_id" is null and "responses"."ad_hoc_name" is not null and "responses"."ad_hoc_members" is not null end),
	CONSTRAINT "responses_cleared_names_text" CHECK ("responses"."state" <> 'cleared' or ("responses"."cleared_digest" is not null and "responses"."cleared_at" is not null)),
	CONSTRAINT "responses_submitted_has_version" CHECK ("responses"."state" <> 'submitted' or "responses"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"response_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"capacity" jsonb NOT NULL,
	"group_id" uuid,
	"group_name" jsonb,
	"roster" uuid[] NOT NULL,
	"excepted" uuid[] NOT NULL,
	"joined" uuid[] NOT NULL,
	"version" integer NOT NULL,
	"reference" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"received_late" boolean NOT NULL,
	"digest" text NOT NULL,
	"signatory_name" text NOT NULL,
	"signatory_title" text,
	"letter_id" uuid,
	"answered" integer NOT NULL,
	"no_position" integer NOT NULL,
	"see_group" integer NOT NULL,
	"current" boolean NOT NULL,
	CONSTRAINT "submissions_reference_unique" UNIQUE("reference"),
	CONSTRAINT "submissions_responseId_version_unique" UNIQUE("response_id","version")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"reply_to" uuid,
	"side" "side" NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"list_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"delegation_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"last_side" "side" NOT NULL,
	CONSTRAINT "threads_responseId_questionId_unique" UNIQUE("response_id","question_id")
);
--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal" ADD CONSTRAINT "journal_stream_streams_name_fk" FOREIGN KEY ("stream") REFERENCES "public"."streams"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_speakers" ADD CONSTRAINT "group_speakers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_speakers" ADD CONSTRAINT "group_speakers_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_roles" ADD CONSTRAINT "office_roles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addressees" ADD CONSTRAINT "addressees_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_lists" ADD CONSTRAINT "question_lists_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alignments" ADD CONSTRAINT "alignments_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_sources" ADD CONSTRAINT "contribution_sources_contribution_id_contributions_id_fk" FOREIGN KEY ("contribution_id") REFERENCES "public"."contributions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contribution_sources" ADD CONSTRAINT "contribution_sources_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD CONSTRAINT "draft_answers_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD CONSTRAINT "draft_answers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD CONSTRAINT "draft_answers_list_id_question_id_questions_list_id_id_fk" FOREIGN KEY ("list_id","question_id") REFERENCES "public"."questions"("list_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_wordings" ADD CONSTRAINT "draft_wordings_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_wordings" ADD CONSTRAINT "draft_wordings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_note_by_people_id_fk" FOREIGN KEY ("note_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_cleared_by_people_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_list_id_question_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."question_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exports_person_id_index" ON "exports" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "exports_until_index" ON "exports" USING btree ("until");--> statement-breakpoint
CREATE INDEX "commands_at_index" ON "commands" USING btree ("at");--> statement-breakpoint
CREATE INDEX "jobs_run_at_index" ON "jobs" USING btree ("run_at");--> statement-breakpoint
CREATE INDEX "journal_subject_index" ON "journal" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "mails_at_id_index" ON "mails" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "group_members_group_id_index" ON "group_members" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "group_speakers_delegation_id_index" ON "group_speakers" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "invitations_delegation_id_index" ON "invitations" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "memberships_person_id_index" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "memberships_delegation_id_index" ON "memberships" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "password_resets_person_id_index" ON "password_resets" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_ins_person_id_index" ON "sign_ins" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_ins_expires_at_index" ON "sign_ins" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "throttles_window_ends_index" ON "throttles" USING btree ("window_ends");--> statement-breakpoint
CREATE INDEX "addressees_delegation_id_index" ON "addressees" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "extensions_list_id_index" ON "extensions" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "alignments_list_id_index" ON "alignments" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "alignments_response_id_delegation_id_index" ON "alignments" USING btree ("response_id","delegation_id");--> statement-breakpoint
CREATE INDEX "comments_response_id_index" ON "comments" USING btree ("response_id");--> statement-breakpoint
CREATE INDEX "contribution_sources_submission_id_index" ON "contribution_sources" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "contribution_sources_delegation_id_index" ON "contribution_sources" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "contributions_list_id_question_id_index" ON "contributions" USING btree ("list_id","question_id") WHERE "contributions"."current";--> statement-breakpoint
CREATE INDEX "responses_delegation_id_index" ON "responses" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "submissions_list_id_index" ON "submissions" USING btree ("list_id") WHERE "submissions"."current";--> statement-breakpoint
CREATE INDEX "submissions_delegation_id_index" ON "submissions" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "messages_thread_id_index" ON "messages" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "threads_list_id_index" ON "threads" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "threads_delegation_id_index" ON "threads" USING btree ("delegation_id");