CREATE TABLE "undecided" (
	"listing_id" bigint NOT NULL,
	"rule_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"promise" smallint NOT NULL,
	"asked_at" timestamp with time zone,
	CONSTRAINT "undecided_listing_id_rule_id_pk" PRIMARY KEY("listing_id","rule_id")
);
--> statement-breakpoint
ALTER TABLE "undecided" ADD CONSTRAINT "undecided_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undecided" ADD CONSTRAINT "undecided_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "undecided_best" ON "undecided" USING btree ("promise" DESC NULLS LAST,"listing_id" DESC NULLS LAST) WHERE asked_at IS NULL;--> statement-breakpoint
CREATE INDEX "undecided_asked" ON "undecided" USING btree ("asked_at") WHERE asked_at IS NOT NULL;