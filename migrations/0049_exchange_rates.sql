-- deal-scout: expand
CREATE TABLE "exchange_rates" (
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	"per_euro" double precision NOT NULL,
	CONSTRAINT "exchange_rates_currency_day_source_pk" PRIMARY KEY("currency","day","source")
);
--> statement-breakpoint
ALTER TABLE "rules" ADD COLUMN "other_currencies" boolean DEFAULT false NOT NULL;