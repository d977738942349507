-- deal-scout: expand
ALTER TABLE "order_polls" ADD COLUMN "is_told" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "order_polls" ADD COLUMN "listen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "order_polls" ADD COLUMN "untold" text;