CREATE TABLE "archive_disposal_items" (
	"disposal_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	CONSTRAINT "archive_disposal_items_disposal_id_dossier_id_pk" PRIMARY KEY("disposal_id","dossier_id")
);
--> statement-breakpoint
CREATE TABLE "archive_disposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by_id" uuid,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_note" text,
	"document_sha256" text,
	"document_bytes" integer
);
--> statement-breakpoint
CREATE TABLE "archive_record_files" (
	"record_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sha256" text NOT NULL,
	"received_sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"type" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "archive_record_files_record_id_number_pk" PRIMARY KEY("record_id","number")
);
--> statement-breakpoint
CREATE TABLE "archive_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"dossier_id" uuid,
	"title" text NOT NULL,
	"reference" text,
	"year" integer NOT NULL,
	"person_name" text NOT NULL,
	"fold" text GENERATED ALWAYS AS (desk_fold(person_name || ' ' || title || ' ' || coalesce(reference, ''))) STORED NOT NULL,
	"place" text,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "archive_seals" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	"manifest_sha256" text NOT NULL,
	"signature" text NOT NULL,
	"files" integer NOT NULL,
	"bytes" bigint NOT NULL,
	"retention_class" text NOT NULL,
	"keep_until" date,
	"disposed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"sender" text NOT NULL,
	"key" text NOT NULL,
	"entries" jsonb NOT NULL,
	"total" integer,
	"looked" integer DEFAULT 0 NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	"looked_up_to" uuid,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "certificate_subjects" (
	"certificate_id" text NOT NULL,
	"identity_index" "bytea" NOT NULL,
	CONSTRAINT "certificate_subjects_certificate_id_identity_index_pk" PRIMARY KEY("certificate_id","identity_index")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"procedure" text NOT NULL,
	"form" text NOT NULL,
	"number" text NOT NULL,
	"unit_code" text NOT NULL,
	"code" text NOT NULL,
	"issued_on" date NOT NULL,
	"expires_on" date,
	"holder" text NOT NULL,
	"token" text NOT NULL,
	"document_sha256" text NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid
);
--> statement-breakpoint
CREATE TABLE "complaint_steps" (
	"complaint_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"action" text NOT NULL,
	"by" text,
	"at" timestamp (3) with time zone NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "complaint_steps_complaint_id_seq_pk" PRIMARY KEY("complaint_id","seq")
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"unit_code" text NOT NULL,
	"kind" text NOT NULL,
	"topic" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"reply_due_at" timestamp (3) with time zone NOT NULL,
	"replied_at" timestamp (3) with time zone,
	"answer_due_at" timestamp (3) with time zone NOT NULL,
	"is_extended" boolean DEFAULT false NOT NULL,
	"asked_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"is_satisfied" boolean
);
--> statement-breakpoint
CREATE TABLE "consent_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"role" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"answers_sha256" text NOT NULL,
	"state" text NOT NULL,
	"password_hash" "bytea",
	"password_until" timestamp (3) with time zone,
	"passwords_sent" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"reminders" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "answer_ticks" (
	"dossier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"path" text NOT NULL,
	"answers_number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_ticks_dossier_id_account_id_path_pk" PRIMARY KEY("dossier_id","account_id","path")
);
--> statement-breakpoint
CREATE TABLE "desk_presence" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"dossier_code" text NOT NULL,
	"name" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_finds" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"phone_index" "bytea",
	"words" text NOT NULL,
	"initials" text NOT NULL,
	"place" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"account_id" uuid NOT NULL,
	"owner_name" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sender" text NOT NULL,
	"version" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"former_key_hash" "bytea",
	"code" text,
	"password_hash" "bytea",
	"failures" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"template" text NOT NULL,
	"recipient" text NOT NULL,
	"facts" jsonb NOT NULL,
	"dedupe" text NOT NULL,
	"state" text NOT NULL,
	"channel" text,
	"carrier_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"failure" text,
	"promised_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"called_at" timestamp (3) with time zone,
	"called_by" text,
	"call_note" text
);
--> statement-breakpoint
CREATE TABLE "recorded_messages" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"code" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outages" (
	"seq" integer PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"body" text NOT NULL,
	"data" jsonb GENERATED ALWAYS AS (body::jsonb) STORED NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "outages_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "bank_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"bank_reference" text NOT NULL,
	"memo" text NOT NULL,
	"amount" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"unit_code" text,
	"payment_id" uuid,
	"dossier_id" uuid,
	"outcome" text NOT NULL,
	"settled_as" text,
	"settled_note" text,
	"settled_by" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"amount" integer NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"told_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "payments_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "export_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"units" jsonb NOT NULL,
	"order" jsonb NOT NULL,
	"state" text NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"rows_total" integer,
	"file_id" uuid,
	"file_name" text,
	"bytes" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "report_corrections" (
	"seal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"dossier_code" text NOT NULL,
	"procedure" text NOT NULL,
	"cell" text NOT NULL,
	"before" integer NOT NULL,
	"after" integer NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "report_corrections_seal_id_number_pk" PRIMARY KEY("seal_id","number")
);
--> statement-breakpoint
CREATE TABLE "report_seals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"period" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"sealed_by_id" uuid NOT NULL,
	"sealed_by_name" text NOT NULL,
	"sha256" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sla_cells" (
	"grain" text NOT NULL,
	"starts_on" date NOT NULL,
	"edition" text NOT NULL,
	"unit_code" text NOT NULL,
	"procedure" text NOT NULL,
	"channel" text NOT NULL,
	"received" integer NOT NULL,
	"accepted" integer NOT NULL,
	"ended" integer NOT NULL,
	"early" integer NOT NULL,
	"on_time" integer NOT NULL,
	"late" integer NOT NULL,
	"late_on_arrival" integer NOT NULL,
	"second_supplements" integer NOT NULL,
	"extended" integer NOT NULL,
	"office_minutes" bigint NOT NULL,
	"resident_minutes" bigint NOT NULL,
	"agency_minutes" bigint NOT NULL,
	"system_minutes" bigint NOT NULL,
	"time_buckets" smallint[] NOT NULL,
	"time_counts" integer[] NOT NULL,
	CONSTRAINT "sla_cells_pk" PRIMARY KEY("grain","starts_on","edition","unit_code","procedure","channel")
);
--> statement-breakpoint
CREATE TABLE "sla_facts" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"edition" text NOT NULL,
	"unit_code" text NOT NULL,
	"procedure" text NOT NULL,
	"channel" text NOT NULL,
	"officer_id" uuid,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"is_accepted" boolean NOT NULL,
	"is_ended" boolean NOT NULL,
	"verdict" text,
	"is_late_on_arrival" boolean NOT NULL,
	"supplements" integer NOT NULL,
	"is_extended" boolean NOT NULL,
	"working_minutes" integer,
	"office_minutes" integer NOT NULL,
	"resident_minutes" integer NOT NULL,
	"agency_minutes" integer NOT NULL,
	"system_minutes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sla_pending" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_over_codes" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_previews" (
	"dossier_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"form" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "result_previews_dossier_id_account_id_form_pk" PRIMARY KEY("dossier_id","account_id","form")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"day" date NOT NULL,
	"slot_at" timestamp (3) with time zone NOT NULL,
	"code" text NOT NULL,
	"services" jsonb NOT NULL,
	"state" text NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"secret_hash" "bytea" NOT NULL,
	"ticket_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "line_settings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"from_on" date NOT NULL,
	"counters" integer NOT NULL,
	"service_minutes" integer NOT NULL,
	"slot_minutes" integer NOT NULL,
	"booked_percent" integer NOT NULL,
	"bookings_per_phone" integer NOT NULL,
	"return_minutes" integer NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_dossiers" (
	"ticket_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "ticket_dossiers_ticket_id_dossier_id_pk" PRIMARY KEY("ticket_id","dossier_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"action" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"counter" integer,
	"account_id" uuid,
	"by_name" text
);
--> statement-breakpoint
CREATE TABLE "ticket_numbers" (
	"unit_code" text NOT NULL,
	"day" date NOT NULL,
	"letter" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "ticket_numbers_unit_code_day_letter_pk" PRIMARY KEY("unit_code","day","letter")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"day" date NOT NULL,
	"letter" text NOT NULL,
	"number" integer NOT NULL,
	"class" text NOT NULL,
	"services" jsonb NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	"booked_at" timestamp (3) with time zone,
	"call_by" timestamp (3) with time zone NOT NULL,
	"called_at" timestamp (3) with time zone,
	"served_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"absent_at" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"counter" integer,
	"for_counter" integer,
	"officer_id" uuid,
	"officer_name" text,
	"secret_hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "warning_marks" (
	"warning_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "warning_marks_warning_id_mark_account_id_pk" PRIMARY KEY("warning_id","mark","account_id")
);
--> statement-breakpoint
CREATE TABLE "warnings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "calendar_years" ADD COLUMN "recorded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "calendar_years" ADD COLUMN "recorded_by" text;--> statement-breakpoint
ALTER TABLE "archive_disposal_items" ADD CONSTRAINT "archive_disposal_items_disposal_id_archive_disposals_id_fk" FOREIGN KEY ("disposal_id") REFERENCES "public"."archive_disposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_disposal_items" ADD CONSTRAINT "archive_disposal_items_dossier_id_archive_seals_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."archive_seals"("dossier_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_record_files" ADD CONSTRAINT "archive_record_files_record_id_archive_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."archive_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_records" ADD CONSTRAINT "archive_records_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_seals" ADD CONSTRAINT "archive_seals_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_subjects" ADD CONSTRAINT "certificate_subjects_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_steps" ADD CONSTRAINT "complaint_steps_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_ticks" ADD CONSTRAINT "answer_ticks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_ticks" ADD CONSTRAINT "answer_ticks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_presence" ADD CONSTRAINT "desk_presence_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_finds" ADD CONSTRAINT "dossier_finds_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_messages" ADD CONSTRAINT "recorded_messages_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_messages" ADD CONSTRAINT "recorded_messages_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_entries" ADD CONSTRAINT "bank_entries_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_entries" ADD CONSTRAINT "bank_entries_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_corrections" ADD CONSTRAINT "report_corrections_seal_id_report_seals_id_fk" FOREIGN KEY ("seal_id") REFERENCES "public"."report_seals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_codes" ADD CONSTRAINT "hand_over_codes_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_previews" ADD CONSTRAINT "result_previews_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_previews" ADD CONSTRAINT "result_previews_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_dossiers" ADD CONSTRAINT "ticket_dossiers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_dossiers" ADD CONSTRAINT "ticket_dossiers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warning_marks" ADD CONSTRAINT "warning_marks_warning_id_warnings_id_fk" FOREIGN KEY ("warning_id") REFERENCES "public"."warnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warning_marks" ADD CONSTRAINT "warning_marks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archive_disposal_items_dossier" ON "archive_disposal_items" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "archive_disposals_number" ON "archive_disposals" USING btree ("unit_code","number");--> statement-breakpoint
CREATE INDEX "archive_record_files_sha256" ON "archive_record_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "archive_records_unit" ON "archive_records" USING btree ("unit_code","year");--> statement-breakpoint
CREATE INDEX "archive_records_dossier" ON "archive_records" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "archive_seals_unit" ON "archive_seals" USING btree ("unit_code","ended_at");--> statement-breakpoint
CREATE INDEX "archive_seals_expired" ON "archive_seals" USING btree ("unit_code","keep_until") WHERE disposed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_changes_key" ON "calendar_changes" USING btree ("sender","key");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_changes_recorded" ON "calendar_changes" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "calendar_changes_undone" ON "calendar_changes" USING btree ("done_at","recorded_at");--> statement-breakpoint
CREATE INDEX "certificate_subjects_identity" ON "certificate_subjects" USING btree ("identity_index");--> statement-breakpoint
CREATE INDEX "certificates_revoked" ON "certificates" USING btree ("revoked_at") WHERE revoked_at is not null;--> statement-breakpoint
CREATE INDEX "complaints_dossier" ON "complaints" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "complaints_open" ON "complaints" USING btree ("unit_code","answer_due_at") WHERE closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "consent_requests_role" ON "consent_requests" USING btree ("dossier_id","role");--> statement-breakpoint
CREATE INDEX "desk_presence_unit" ON "desk_presence" USING btree ("unit_code","seen_at");--> statement-breakpoint
CREATE INDEX "dossier_finds_phone" ON "dossier_finds" USING btree ("phone_index");--> statement-breakpoint
CREATE INDEX "dossier_finds_words" ON "dossier_finds" USING gin (words gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "dossier_finds_place" ON "dossier_finds" USING btree ("place") WHERE place <> '';--> statement-breakpoint
CREATE INDEX "saved_filters_unit" ON "saved_filters" USING btree ("unit_code","created_at");--> statement-breakpoint
CREATE INDEX "drafts_sender" ON "drafts" USING btree ("sender");--> statement-breakpoint
CREATE INDEX "drafts_expiry" ON "drafts" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("dossier_id","dedupe");--> statement-breakpoint
CREATE INDEX "messages_to_call" ON "messages" USING btree ("settled_at") WHERE state = 'failed' and called_at is null;--> statement-breakpoint
CREATE INDEX "recorded_messages_time" ON "recorded_messages" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_entries_once" ON "bank_entries" USING btree ("provider","bank_reference");--> statement-breakpoint
CREATE INDEX "bank_entries_unit" ON "bank_entries" USING btree ("unit_code","recorded_at");--> statement-breakpoint
CREATE INDEX "bank_entries_open" ON "bank_entries" USING btree ("unit_code","recorded_at") WHERE outcome <> 'matched' and settled_as is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_open" ON "payments" USING btree ("dossier_id") WHERE state in ('requested', 'waiting_bank', 'failed');--> statement-breakpoint
CREATE INDEX "payments_waiting" ON "payments" USING btree ("told_at") WHERE state = 'waiting_bank';--> statement-breakpoint
CREATE INDEX "export_jobs_account" ON "export_jobs" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "export_jobs_open" ON "export_jobs" USING btree ("created_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "report_seals_period" ON "report_seals" USING btree ("unit_code","from_day","to_day");--> statement-breakpoint
CREATE INDEX "sla_facts_filed" ON "sla_facts" USING btree ("filed_at","dossier_id");--> statement-breakpoint
CREATE INDEX "sla_facts_unit" ON "sla_facts" USING btree ("unit_code","filed_at","dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_code" ON "bookings" USING btree ("unit_code","day","code");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_secret" ON "bookings" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "bookings_of_day" ON "bookings" USING btree ("unit_code","day","slot_at");--> statement-breakpoint
CREATE INDEX "line_settings_of_unit" ON "line_settings" USING btree ("unit_code","from_on","recorded_at");--> statement-breakpoint
CREATE INDEX "ticket_dossiers_of_dossier" ON "ticket_dossiers" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "ticket_events_of_ticket" ON "ticket_events" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number" ON "tickets" USING btree ("unit_code","day","letter","number");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_secret" ON "tickets" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "tickets_line" ON "tickets" USING btree ("unit_code","day","call_by","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_at_counter" ON "tickets" USING btree ("unit_code","day","counter") WHERE state in ('called', 'serving');--> statement-breakpoint
CREATE INDEX "tickets_called" ON "tickets" USING btree ("unit_code","day","called_at");--> statement-breakpoint
CREATE UNIQUE INDEX "warnings_once" ON "warnings" USING btree ("dossier_id","kind","due_at");--> statement-breakpoint
CREATE INDEX "warnings_at" ON "warnings" USING btree ("at");