CREATE TABLE "match_backlog" (
	"user_id" bigint NOT NULL,
	"listing_id" bigint NOT NULL,
	"rule_ids" bigint[] NOT NULL,
	"stamp" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "match_backlog_user_id_listing_id_pk" PRIMARY KEY("user_id","listing_id")
);
--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "regex_steps" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "match_backlog" ADD CONSTRAINT "match_backlog_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_backlog" ADD CONSTRAINT "match_backlog_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_backlog_listing" ON "match_backlog" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "match_backlog_since" ON "match_backlog" USING btree ("user_id","since");