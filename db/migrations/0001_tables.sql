CREATE TABLE "access_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"account_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"purpose" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp (3) with time zone,
	CONSTRAINT "accounts_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_numbers" (
	"unit_code" text NOT NULL,
	"year" integer NOT NULL,
	"form" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_numbers_unit_code_year_form_pk" PRIMARY KEY("unit_code","year","form")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"form" text NOT NULL,
	"number" text,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_answers" (
	"dossier_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "dossier_answers_dossier_id_number_pk" PRIMARY KEY("dossier_id","number")
);
--> statement-breakpoint
CREATE TABLE "dossier_events" (
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"unit_code" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"body" text NOT NULL,
	"actor" jsonb GENERATED ALWAYS AS ((body::jsonb) -> 'actor') STORED NOT NULL,
	"data" jsonb GENERATED ALWAYS AS ((body::jsonb) -> 'data') STORED NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "dossier_events_dossier_id_seq_pk" PRIMARY KEY("dossier_id","seq")
);
--> statement-breakpoint
CREATE TABLE "dossier_people" (
	"dossier_id" uuid NOT NULL,
	"place" text NOT NULL,
	"name" text NOT NULL,
	"name_fold" text GENERATED ALWAYS AS (desk_fold(name)) STORED NOT NULL,
	"identity_index" "bytea",
	CONSTRAINT "dossier_people_dossier_id_place_pk" PRIMARY KEY("dossier_id","place")
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"procedure" text NOT NULL,
	"procedure_version" text NOT NULL,
	"variant" text,
	"channel" text NOT NULL,
	"unit_code" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	"last_seq" integer NOT NULL,
	"last_hash" "bytea" NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"applicant_name" text NOT NULL,
	"applicant_fold" text GENERATED ALWAYS AS (desk_fold(applicant_name)) STORED NOT NULL,
	"routing" jsonb NOT NULL,
	"fee" integer NOT NULL,
	"holder_id" uuid,
	"holder_name" text,
	"tracking_hash" "bytea" NOT NULL,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"reception_due_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"next_due_at" timestamp (3) with time zone NOT NULL,
	"due_soon_at" timestamp (3) with time zone,
	"is_ended" boolean NOT NULL,
	"supplements" integer DEFAULT 0 NOT NULL,
	"verdict" text,
	"working_minutes" integer,
	CONSTRAINT "dossiers_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"comment" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "demo_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"ahead_ms" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"body_sha256" "bytea" NOT NULL,
	"dossier_id" uuid,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_actor_route_key_pk" PRIMARY KEY("actor","route","key")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"outbox_id" bigint PRIMARY KEY NOT NULL,
	"done_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"topic" text NOT NULL,
	"queue" text NOT NULL,
	"dossier_id" uuid,
	"body" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"round" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sender" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"refusal" text,
	"stored_sha256" text,
	"stored_type" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"dossier_id" uuid
);
--> statement-breakpoint
CREATE TABLE "calendar_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"date" date NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"scope_level" text NOT NULL,
	"scope_code" text,
	"sessions" jsonb,
	"source" text NOT NULL,
	"mark" text NOT NULL,
	"announced_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"supersedes" uuid
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"is_complete" boolean NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_versions" (
	"code" text NOT NULL,
	"version" date NOT NULL,
	"until_on" date,
	"definition" jsonb NOT NULL,
	CONSTRAINT "procedure_versions_code_version_pk" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "unit_successors" (
	"from_edition" text NOT NULL,
	"from_code" text NOT NULL,
	"to_edition" text NOT NULL,
	"to_code" text NOT NULL,
	"share" text NOT NULL,
	CONSTRAINT "unit_successors_from_edition_from_code_to_edition_to_code_pk" PRIMARY KEY("from_edition","from_code","to_edition","to_code")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"edition" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"district" text,
	CONSTRAINT "units_edition_code_pk" PRIMARY KEY("edition","code")
);
--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_answers" ADD CONSTRAINT "dossier_answers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_events" ADD CONSTRAINT "dossier_events_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_people" ADD CONSTRAINT "dossier_people_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_id_uploads_id_fk" FOREIGN KEY ("id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successors" ADD CONSTRAINT "unit_successors_from_edition_from_code_units_edition_code_fk" FOREIGN KEY ("from_edition","from_code") REFERENCES "public"."units"("edition","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_successors" ADD CONSTRAINT "unit_successors_to_edition_to_code_units_edition_code_fk" FOREIGN KEY ("to_edition","to_code") REFERENCES "public"."units"("edition","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_log_dossier" ON "access_log" USING btree ("dossier_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_open" ON "postings" USING btree ("account_id") WHERE until_on is null;--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "documents_dossier" ON "documents" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "dossier_events_time" ON "dossier_events" USING btree ("occurred_at","action");--> statement-breakpoint
CREATE INDEX "dossier_people_identity" ON "dossier_people" USING btree ("identity_index");--> statement-breakpoint
CREATE INDEX "dossiers_queue" ON "dossiers" USING btree ("unit_code","next_due_at","id") WHERE not is_ended and delivered_at is not null;--> statement-breakpoint
CREATE INDEX "dossiers_unclaimed" ON "dossiers" USING btree ("unit_code","next_due_at","id") WHERE not is_ended and holder_id is null and delivered_at is not null;--> statement-breakpoint
CREATE INDEX "dossiers_ended" ON "dossiers" USING btree ("unit_code","ended_at","id") WHERE is_ended;--> statement-breakpoint
CREATE INDEX "dossiers_filed" ON "dossiers" USING btree ("filed_at","unit_code");--> statement-breakpoint
CREATE INDEX "dossiers_name" ON "dossiers" USING gin (applicant_fold gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_dossier" ON "ratings" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE queued_at is null;--> statement-breakpoint
CREATE INDEX "outbox_undone" ON "outbox" USING btree ("queued_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "papers_dossier" ON "papers" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "uploads_unused" ON "uploads" USING btree ("created_at") WHERE dossier_id is null;--> statement-breakpoint
CREATE INDEX "uploads_sender" ON "uploads" USING btree ("sender","created_at");