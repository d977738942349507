ALTER TABLE "rules" ADD COLUMN "kinds" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "kind_probability" double precision;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "thing_probability" double precision;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "kind_words" jsonb;--> statement-breakpoint
ALTER TABLE "listings" ADD COLUMN "price_meaning" text;--> statement-breakpoint
CREATE INDEX "listings_kind_unread" ON "listings" USING btree ("id") WHERE kind IS NULL;