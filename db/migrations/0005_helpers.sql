CREATE TABLE "assisted_filings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"body_sha256" "bytea" NOT NULL,
	"sealed" "bytea",
	"receiver_code" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"code_state" text NOT NULL,
	"letter_id" uuid,
	"password_hash" "bytea",
	"password_sent_at" timestamp (3) with time zone,
	"passwords_sent" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"filed_code" text
);
--> statement-breakpoint
ALTER TABLE "recorded_messages" DROP CONSTRAINT "recorded_messages_message_id_messages_id_fk";
--> statement-breakpoint
ALTER TABLE "recorded_messages" ALTER COLUMN "dossier_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assisted_filings" ADD CONSTRAINT "assisted_filings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assisted_filings_expiry" ON "assisted_filings" USING btree ("expires_at");--> statement-breakpoint
-- What waits for a resident's yes. No row-level security, as for drafts: all that is personal is sealed, and every
-- statement names the account that typed it in.
GRANT SELECT, INSERT, UPDATE, DELETE ON "assisted_filings" TO desk_app;--> statement-breakpoint
-- What one helper helped to file, found in the log itself; officers' intakes are not in it.
CREATE INDEX "dossier_events_assisted" ON "dossier_events" ((data -> 'assistedBy' ->> 'accountId'), occurred_at)
  WHERE action = 'submit' AND data -> 'assistedBy' ->> 'role' = 'helper';
