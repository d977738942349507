-- deal-scout: expand
CREATE TABLE "ad_texts" (
	"user_id" bigint NOT NULL,
	"item_id" bigint NOT NULL,
	"marketplace" text NOT NULL,
	"title" text,
	"description" text,
	"price_cents" bigint,
	"currency" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ad_texts_item_id_marketplace_pk" PRIMARY KEY("item_id","marketplace")
);
--> statement-breakpoint
CREATE TABLE "writing_styles" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"style" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "details" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "defects" text;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "included" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "reminders" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ad_texts" ADD CONSTRAINT "ad_texts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_texts" ADD CONSTRAINT "ad_texts_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writing_styles" ADD CONSTRAINT "writing_styles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ad_texts_person" ON "ad_texts" USING btree ("user_id");