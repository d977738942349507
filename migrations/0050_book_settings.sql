-- deal-scout: expand
CREATE TABLE "book_settings" (
	"user_id" bigint PRIMARY KEY NOT NULL,
	"mileage_rates" jsonb NOT NULL,
	"year_lines" jsonb,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "book_settings" ADD CONSTRAINT "book_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;