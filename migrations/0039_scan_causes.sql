-- deal-scout: expand
ALTER TABLE "scans" ADD COLUMN "cause" jsonb;