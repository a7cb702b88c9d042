CREATE TABLE "booking_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"channel" text,
	"promised_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "contact" "bytea";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "closed_reason" text;--> statement-breakpoint
ALTER TABLE "booking_letters" ADD CONSTRAINT "booking_letters_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "booking_letters_once" ON "booking_letters" USING btree ("booking_id","kind");--> statement-breakpoint
CREATE INDEX "bookings_ahead" ON "bookings" USING btree ("slot_at") WHERE state = 'booked';--> statement-breakpoint
CREATE INDEX "bookings_with_contact" ON "bookings" USING btree ("day") WHERE contact is not null;
--> statement-breakpoint
-- What is told about a booking is seen where the booking is; to whom it went stands in the booking, sealed.
GRANT SELECT, INSERT, UPDATE ON "booking_letters" TO desk_app;--> statement-breakpoint
ALTER TABLE "booking_letters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "of_seen_booking" ON "booking_letters" TO desk_app USING (EXISTS (SELECT 1 FROM "bookings" b WHERE b."id" = booking_id));
