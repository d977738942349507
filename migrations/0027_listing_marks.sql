-- deal-scout: expand
CREATE TABLE "listing_looks" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"seen_up_to" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listing_marks" (
	"user_id" bigint NOT NULL,
	"listing_id" bigint NOT NULL,
	"seen_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"hidden_reason" text,
	"contacted_at" timestamp with time zone,
	"bought_at" timestamp with time zone,
	"note" text,
	"tags" text[],
	CONSTRAINT "listing_marks_user_id_listing_id_pk" PRIMARY KEY("user_id","listing_id")
);
--> statement-breakpoint
CREATE TABLE "mark_undos" (
	"user_id" bigint NOT NULL,
	"id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mark_undos_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
ALTER TABLE "listing_looks" ADD CONSTRAINT "listing_looks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_marks" ADD CONSTRAINT "listing_marks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_marks" ADD CONSTRAINT "listing_marks_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_undos" ADD CONSTRAINT "mark_undos_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listing_marks_listing" ON "listing_marks" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "listing_marks_hidden" ON "listing_marks" USING btree ("user_id","listing_id") WHERE hidden_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "listing_marks_kept" ON "listing_marks" USING btree ("user_id","listing_id") WHERE contacted_at IS NOT NULL OR bought_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "mark_undos_expiry" ON "mark_undos" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "listings_resold" ON "listings" USING btree ("currency",(floor(ln(value_mid_cents::float8) * 6)::int),(price_cents + coalesce(shipping_cents, 0)),"id") WHERE state = 'active' AND value_mid_cents > 0 AND price_cents IS NOT NULL AND category NOT IN ('housing', 'services', 'jobs', 'pets');--> statement-breakpoint
CREATE INDEX "listings_ends" ON "listings" USING btree ("ends_at","id") WHERE state = 'active' AND ends_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "listings_place" ON "listings" USING btree ("lat","lon") WHERE state = 'active' AND lat IS NOT NULL;--> statement-breakpoint
CREATE INDEX "listings_placeless" ON "listings" USING btree ("id") WHERE state = 'active' AND lat IS NULL;--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","id") WHERE read_at IS NULL;