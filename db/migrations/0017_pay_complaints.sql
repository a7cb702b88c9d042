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
ALTER TABLE "complaint_steps" ADD CONSTRAINT "complaint_steps_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_entries" ADD CONSTRAINT "bank_entries_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_entries" ADD CONSTRAINT "bank_entries_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaints_dossier" ON "complaints" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "complaints_open" ON "complaints" USING btree ("unit_code","answer_due_at") WHERE closed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "bank_entries_once" ON "bank_entries" USING btree ("provider","bank_reference");--> statement-breakpoint
CREATE INDEX "bank_entries_unit" ON "bank_entries" USING btree ("unit_code","recorded_at");--> statement-breakpoint
CREATE INDEX "bank_entries_open" ON "bank_entries" USING btree ("unit_code","recorded_at") WHERE outcome <> 'matched' and settled_as is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_open" ON "payments" USING btree ("dossier_id") WHERE state in ('requested', 'waiting_bank', 'failed');--> statement-breakpoint
CREATE INDEX "payments_waiting" ON "payments" USING btree ("told_at") WHERE state = 'waiting_bank';