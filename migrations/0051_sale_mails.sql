-- deal-scout: expand
ALTER TABLE "mailbox_senders" ADD COLUMN "sales" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "also_sales" boolean DEFAULT false NOT NULL;