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
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_dossiers" ADD CONSTRAINT "ticket_dossiers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_dossiers" ADD CONSTRAINT "ticket_dossiers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_events" ADD CONSTRAINT "ticket_events_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "tickets_called" ON "tickets" USING btree ("unit_code","day","called_at");