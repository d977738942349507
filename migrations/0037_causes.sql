-- deal-scout: expand
CREATE TABLE "log_levels" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"level" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "log_levels_only" CHECK ("log_levels"."only")
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "cause" jsonb;