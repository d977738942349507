-- deal-scout: expand
CREATE INDEX "channel_queues_failing" ON "channel_queues" USING btree ("channel") WHERE failures > 0;
