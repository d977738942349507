-- deal-scout: expand
ALTER TABLE "api_posts" ADD COLUMN "read_at" timestamp with time zone;