-- deal-scout: expand
ALTER TABLE "channel_settings" ADD COLUMN "label" text;