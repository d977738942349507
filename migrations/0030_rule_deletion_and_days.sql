-- deal-scout: expand
ALTER TABLE "rules" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "deleted_enabled" boolean;--> statement-breakpoint
CREATE INDEX "notifications_days" ON "notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "matches_rule_days" ON "matches" USING btree ("rule_id","created_at","dismissed_at");--> statement-breakpoint
CREATE INDEX "rules_deleted" ON "rules" USING btree ("deleted_at","id") WHERE deleted_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "scans_rules" ON "scans" USING gin ("rule_ids" jsonb_path_ops);