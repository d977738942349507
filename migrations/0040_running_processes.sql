-- deal-scout: expand
CREATE TABLE "running_processes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"roles" text[] NOT NULL,
	"release" text NOT NULL,
	"connections_max" integer NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
