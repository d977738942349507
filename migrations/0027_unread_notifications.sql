-- deal-scout: expand
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","id") WHERE read_at IS NULL;