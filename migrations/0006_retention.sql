CREATE TABLE "retention_progress" (
	"kind" text PRIMARY KEY NOT NULL,
	"after_at" timestamp with time zone,
	"after_id" bigint,
	"passed_at" timestamp with time zone,
	"deleted" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "cool_down_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "photo_hosts" ADD COLUMN "rest_from" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "listings_demo" ON "listings" USING btree ("first_seen_at","id") WHERE demo;--> statement-breakpoint
CREATE INDEX "price_changes_seen" ON "price_changes" USING btree ("seen_at","id");