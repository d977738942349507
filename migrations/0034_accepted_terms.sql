-- deal-scout: expand
CREATE TABLE "accepted_terms" (
	"marketplace" text PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accepted_terms" ADD CONSTRAINT "accepted_terms_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;