-- deal-scout: expand
ALTER TABLE "mailboxes" ADD COLUMN "told_at" timestamp with time zone;