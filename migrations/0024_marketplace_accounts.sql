-- deal-scout: expand
CREATE TABLE "account_consents" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"session_id" bigint,
	"marketplace" text NOT NULL,
	"environment" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deletion_notices" (
	"marketplace" text NOT NULL,
	"notification_id" text NOT NULL,
	"person_hash" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone NOT NULL,
	"accounts" integer NOT NULL,
	"listings" integer NOT NULL,
	CONSTRAINT "deletion_notices_marketplace_notification_id_pk" PRIMARY KEY("marketplace","notification_id")
);
--> statement-breakpoint
CREATE TABLE "marketplace_accounts" (
	"user_id" bigint NOT NULL,
	"marketplace" text NOT NULL,
	"environment" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"scopes" jsonb NOT NULL,
	"remote_id" text,
	"remote_name" text,
	"tokens" text,
	"access_expires_at" timestamp with time zone NOT NULL,
	"refresh_expires_at" timestamp with time zone,
	"retry_at" timestamp with time zone,
	"lease_token" uuid,
	"leased_until" timestamp with time zone,
	"connected_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "marketplace_accounts_user_id_marketplace_environment_pk" PRIMARY KEY("user_id","marketplace","environment")
);
--> statement-breakpoint
ALTER TABLE "account_consents" ADD CONSTRAINT "account_consents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marketplace_accounts" ADD CONSTRAINT "marketplace_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_consents_person" ON "account_consents" USING btree ("user_id","marketplace");--> statement-breakpoint
CREATE INDEX "deletion_notices_received" ON "deletion_notices" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "marketplace_accounts_remote" ON "marketplace_accounts" USING btree ("marketplace","remote_id");--> statement-breakpoint
CREATE INDEX "listings_seller" ON "listings" USING btree ("marketplace",(attributes->>'sellerKey')) WHERE attributes ? 'sellerKey';