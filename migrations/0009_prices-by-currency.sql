ALTER TABLE "matches" ADD COLUMN "told_elsewhere" jsonb;--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "last_elsewhere" jsonb;