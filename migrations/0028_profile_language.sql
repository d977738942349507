-- deal-scout: expand
ALTER TABLE "profiles" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "hour_cycle" text;--> statement-breakpoint
ALTER TABLE "profiles" ADD COLUMN "week_start" text;