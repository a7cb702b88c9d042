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
ALTER TABLE "calendar_years" ADD COLUMN "recorded_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "calendar_years" ADD COLUMN "recorded_by" text;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_changes_key" ON "calendar_changes" USING btree ("sender","key");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_changes_recorded" ON "calendar_changes" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "calendar_changes_undone" ON "calendar_changes" USING btree ("done_at","recorded_at");--> statement-breakpoint
CREATE INDEX "sla_facts_filed" ON "sla_facts" USING btree ("filed_at","dossier_id");--> statement-breakpoint
CREATE INDEX "sla_facts_unit" ON "sla_facts" USING btree ("unit_code","filed_at","dossier_id");