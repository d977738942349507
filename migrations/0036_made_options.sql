-- deal-scout: expand
CREATE TABLE "made_options" (
	"channel" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
