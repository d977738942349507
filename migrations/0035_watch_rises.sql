-- deal-scout: expand
ALTER TABLE "watches" ADD COLUMN "tell_rises" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "tell_gone" boolean;--> statement-breakpoint
ALTER TABLE "watches" ADD COLUMN "last_event" jsonb;