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
ALTER TABLE "recorded_messages" ADD COLUMN "code" text NOT NULL;--> statement-breakpoint
ALTER TABLE "warning_marks" ADD CONSTRAINT "warning_marks_warning_id_warnings_id_fk" FOREIGN KEY ("warning_id") REFERENCES "public"."warnings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warning_marks" ADD CONSTRAINT "warning_marks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "warnings_once" ON "warnings" USING btree ("dossier_id","kind","due_at");--> statement-breakpoint
CREATE INDEX "warnings_at" ON "warnings" USING btree ("at");