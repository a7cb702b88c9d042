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
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
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
ALTER TABLE "messages" ADD CONSTRAINT "messages_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_messages" ADD CONSTRAINT "recorded_messages_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recorded_messages" ADD CONSTRAINT "recorded_messages_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_corrections" ADD CONSTRAINT "report_corrections_seal_id_report_seals_id_fk" FOREIGN KEY ("seal_id") REFERENCES "public"."report_seals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("dossier_id","dedupe");--> statement-breakpoint
CREATE INDEX "messages_to_call" ON "messages" USING btree ("settled_at") WHERE state = 'failed' and called_at is null;--> statement-breakpoint
CREATE INDEX "recorded_messages_time" ON "recorded_messages" USING btree ("at");--> statement-breakpoint
CREATE INDEX "export_jobs_account" ON "export_jobs" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "export_jobs_open" ON "export_jobs" USING btree ("created_at") WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "report_seals_period" ON "report_seals" USING btree ("unit_code","from_day","to_day");