-- deal-scout: contract, works from 0.2.0
-- Keys are built anew under locks that nothing reads or writes past (docs/upgrading.md says for how long). Programs of before neither find people's time zones nor fill what the keys hold, so they are stopped.
CREATE TABLE "profiles" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"home" text,
	"home_label" text,
	"home_lat" double precision,
	"home_lon" double precision,
	"home_country" text,
	"units" text,
	"currency" text,
	"time_zone" text,
	"travel" jsonb,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- A way that was not counted costs nothing.
INSERT INTO "profiles" ("user_id", "time_zone", "travel", "updated_at")
SELECT u.id, n.preferences->>'timeZone',
       CASE jsonb_typeof(s.own->'travel') WHEN 'null' THEN '{"centsPerKm": 0, "currency": "USD"}'::jsonb ELSE s.own->'travel' END,
       now()
FROM users u LEFT JOIN notify_preferences n ON n.user_id = u.id LEFT JOIN selling_settings s ON s.user_id = u.id
WHERE n.preferences->>'timeZone' IS NOT NULL OR s.own->'travel' IS NOT NULL;--> statement-breakpoint
UPDATE "notify_preferences" SET "preferences" = "preferences" - 'timeZone';--> statement-breakpoint
UPDATE "selling_settings" SET "own" = "own" - 'travel';--> statement-breakpoint
ALTER TABLE "delivery_attempts" DROP CONSTRAINT "delivery_attempts_delivery_id_deliveries_id_fk";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_notification_id_notifications_id_fk";--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD COLUMN "user_id" bigint;--> statement-breakpoint
UPDATE "delivery_attempts" a SET "user_id" = d.user_id FROM "deliveries" d WHERE d.id = a.delivery_id;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ALTER COLUMN "user_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_pkey", ADD CONSTRAINT "notifications_id_user_id_pk" PRIMARY KEY("id","user_id");--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_pkey", ADD CONSTRAINT "deliveries_id_user_id_pk" PRIMARY KEY("id","user_id");--> statement-breakpoint
ALTER TABLE "delivery_attempts" DROP CONSTRAINT "delivery_attempts_pkey", ADD CONSTRAINT "delivery_attempts_id_user_id_pk" PRIMARY KEY("id","user_id");--> statement-breakpoint
ALTER TABLE "matches" DROP CONSTRAINT "matches_pkey", ADD CONSTRAINT "matches_id_user_id_pk" PRIMARY KEY("id","user_id");--> statement-breakpoint
ALTER TABLE "undecided" DROP CONSTRAINT "undecided_listing_id_rule_id_pk", ADD CONSTRAINT "undecided_listing_id_rule_id_user_id_pk" PRIMARY KEY("listing_id","rule_id","user_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notification" FOREIGN KEY ("notification_id","user_id") REFERENCES "public"."notifications"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_of" FOREIGN KEY ("delivery_id","user_id") REFERENCES "public"."deliveries"("id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
DROP INDEX "deliveries_identity";--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_identity" ON "deliveries" USING btree ("notification_id","channel","user_id");--> statement-breakpoint
DROP INDEX "matches_identity";--> statement-breakpoint
CREATE UNIQUE INDEX "matches_identity" ON "matches" USING btree ("listing_id","rule_id","user_id");
