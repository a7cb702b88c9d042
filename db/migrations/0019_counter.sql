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
ALTER TABLE "answer_ticks" ADD CONSTRAINT "answer_ticks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_ticks" ADD CONSTRAINT "answer_ticks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_presence" ADD CONSTRAINT "desk_presence_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_finds" ADD CONSTRAINT "dossier_finds_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_presence_unit" ON "desk_presence" USING btree ("unit_code","seen_at");--> statement-breakpoint
CREATE INDEX "dossier_finds_phone" ON "dossier_finds" USING btree ("phone_index");--> statement-breakpoint
CREATE INDEX "dossier_finds_words" ON "dossier_finds" USING gin (words gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "dossier_finds_place" ON "dossier_finds" USING btree ("place") WHERE place <> '';--> statement-breakpoint
CREATE INDEX "saved_filters_unit" ON "saved_filters" USING btree ("unit_code","created_at");