-- Nothing could use it: under row-level security no index is asked what `like` finds. Every step of a dossier kept it.
DROP INDEX "dossiers_name";--> statement-breakpoint
ALTER TABLE "dossier_finds" ADD COLUMN "unit_code" text;--> statement-breakpoint
UPDATE "dossier_finds" f SET "unit_code" = d."unit_code" FROM "dossiers" d WHERE d."id" = f."dossier_id";--> statement-breakpoint
ALTER TABLE "dossier_finds" ALTER COLUMN "unit_code" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "dossier_finds_unit" ON "dossier_finds" USING btree ("unit_code");--> statement-breakpoint
CREATE INDEX "dossiers_code_end" ON "dossiers" USING btree ("unit_code",reverse(code) text_pattern_ops);
