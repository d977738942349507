-- deal-scout: contract, works from 0.2.0
-- An older program writes listings by the key that goes, and would show everybody what is one person's alone.
ALTER TABLE "listings" ADD COLUMN "owner_id" bigint;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listings_personal" ON "listings" USING btree ("owner_id","marketplace") WHERE owner_id IS NOT NULL;--> statement-breakpoint
DROP INDEX "listings_identity";--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_identity" UNIQUE NULLS NOT DISTINCT("marketplace","external_id","owner_id");--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What the operator has connected is for everybody, as it was.
UPDATE "sources" SET "shared" = true FROM "users" WHERE "users"."id" = "sources"."user_id" AND "users"."role" = 'owner';--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "quota" text;--> statement-breakpoint
-- As it was, until the next start plans them anew.
UPDATE "scans" SET "quota" = CASE WHEN "sources"."demo" THEN 'demo ' ELSE '' END || "sources"."marketplace" FROM "sources" WHERE "sources"."id" = "scans"."source_id";--> statement-breakpoint
ALTER TABLE "scans" ALTER COLUMN "quota" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "scans_running" ON "scans" USING btree ("quota") WHERE lease_token IS NOT NULL;
