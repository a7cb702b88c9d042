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
ALTER TABLE "certificate_subjects" ADD CONSTRAINT "certificate_subjects_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_subjects_identity" ON "certificate_subjects" USING btree ("identity_index");--> statement-breakpoint
CREATE INDEX "certificates_revoked" ON "certificates" USING btree ("revoked_at") WHERE revoked_at is not null;