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
ALTER TABLE "archive_disposal_items" ADD CONSTRAINT "archive_disposal_items_disposal_id_archive_disposals_id_fk" FOREIGN KEY ("disposal_id") REFERENCES "public"."archive_disposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_disposal_items" ADD CONSTRAINT "archive_disposal_items_dossier_id_archive_seals_dossier_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."archive_seals"("dossier_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_record_files" ADD CONSTRAINT "archive_record_files_record_id_archive_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."archive_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_records" ADD CONSTRAINT "archive_records_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_seals" ADD CONSTRAINT "archive_seals_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_codes" ADD CONSTRAINT "hand_over_codes_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_previews" ADD CONSTRAINT "result_previews_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_previews" ADD CONSTRAINT "result_previews_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archive_disposal_items_dossier" ON "archive_disposal_items" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "archive_disposals_number" ON "archive_disposals" USING btree ("unit_code","number");--> statement-breakpoint
CREATE INDEX "archive_record_files_sha256" ON "archive_record_files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "archive_records_unit" ON "archive_records" USING btree ("unit_code","year");--> statement-breakpoint
CREATE INDEX "archive_records_dossier" ON "archive_records" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "archive_seals_unit" ON "archive_seals" USING btree ("unit_code","ended_at");--> statement-breakpoint
CREATE INDEX "archive_seals_expired" ON "archive_seals" USING btree ("unit_code","keep_until") WHERE disposed_at is null;