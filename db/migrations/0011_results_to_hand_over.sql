-- What waits to be fetched is counted on every screen, and was counted among all that ever ended.
CREATE INDEX "dossiers_to_hand_over" ON "dossiers" USING btree ("unit_code","ended_at","id") WHERE is_ended and state = 'resolved';
