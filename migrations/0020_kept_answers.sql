-- deal-scout: expand
CREATE TABLE "kept_answers" (
	"user_id" bigint NOT NULL,
	"key" text NOT NULL,
	"route" text NOT NULL,
	"request" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"token" uuid NOT NULL,
	"leased_until" timestamp with time zone NOT NULL,
	"status" smallint,
	"answer" text,
	CONSTRAINT "kept_answers_user_id_key_pk" PRIMARY KEY("user_id","key")
);
--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_answers_created" ON "kept_answers" USING btree ("created_at");