-- deal-scout: expand
-- no transaction
-- Beside programs that write listings. What a run that failed has left is made anew.
DROP INDEX CONCURRENTLY IF EXISTS "listings_category";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "listings_category" ON "listings" USING btree ("category","neutral" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state = 'active';
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "listings_price";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "listings_price" ON "listings" USING btree ("currency",(8000000000000000 - least(coalesce(price_cents, 8000000000000000), 8000000000000000)),"id") WHERE state = 'active';
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "listings_discount";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "listings_discount" ON "listings" USING btree ((CASE WHEN price_cents IS NOT NULL AND value->>'currency' = currency AND (value->>'midCents')::numeric > 0
    THEN greatest(1, 1000000000 + round(10000 * (1 - price_cents / (value->>'midCents')::numeric)))::bigint ELSE 0 END),"id") WHERE state = 'active';
