ALTER TABLE "deliveries" ADD COLUMN "key" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "dated_at" timestamp with time zone;--> statement-breakpoint
-- by hand: an address may hold a password or token, so what is plain names it by its host only
UPDATE "sources" SET "name" = regexp_replace("name", 'https?://([^\s/?#"\\]*@)?([^\s/?#"\\]+)[^\s"\\]*', '\2', 'gi') WHERE "name" ~* 'https?://';--> statement-breakpoint
-- by hand
UPDATE "sources" SET "last_reason" = regexp_replace("last_reason", 'https?://([^\s/?#"\\]*@)?([^\s/?#"\\]+)[^\s"\\]*', '\2', 'gi') WHERE "last_reason" ~* 'https?://';--> statement-breakpoint
-- by hand
UPDATE "scans" SET "last_reason" = regexp_replace("last_reason", 'https?://([^\s/?#"\\]*@)?([^\s/?#"\\]+)[^\s"\\]*', '\2', 'gi') WHERE "last_reason" ~* 'https?://';--> statement-breakpoint
-- by hand
UPDATE "scan_runs" SET "reason" = regexp_replace("reason", 'https?://([^\s/?#"\\]*@)?([^\s/?#"\\]+)[^\s"\\]*', '\2', 'gi') WHERE "reason" ~* 'https?://';--> statement-breakpoint
-- by hand
UPDATE "notifications" SET "message" = regexp_replace("message"::text, 'https?://([^\s/?#"\\]*@)?([^\s/?#"\\]+)[^\s"\\]*', '\2', 'gi')::jsonb WHERE "kind" IN ('blind', 'seeing') AND "message"::text ~* 'https?://';--> statement-breakpoint
-- by hand: digests repeat the titles of other messages
UPDATE "notifications" SET "message" = jsonb_set("message", '{lines}', regexp_replace(("message"->'lines')::text, 'https?://([^\s/?#"\\]*@)?([^\s/?#"\\]+)[^\s"\\]*', '\2', 'gi')::jsonb) WHERE "kind" = 'digest' AND ("message"->'lines')::text ~* 'https?://';
