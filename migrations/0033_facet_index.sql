-- deal-scout: expand
-- no transaction
-- Beside programs that write listings. What a run that failed has left is made anew.
DROP INDEX CONCURRENTLY IF EXISTS "listings_facets";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "listings_facets" ON "listings" USING btree ("first_seen_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"category","marketplace","condition","kind","price_meaning","price_cents","currency","risk_score","demo") WHERE state = 'active' AND owner_id IS NULL;
