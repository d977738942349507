UPDATE "rules" SET "places" = jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('text', "place_text", 'label', coalesce("place_label", ''), 'lat', "place_lat", 'lon', "place_lon", 'radiusKm', "radius_km", 'country', "place_country", 'postalCode', "place_postal_code"))) WHERE "place_lat" IS NOT NULL AND "place_lon" IS NOT NULL AND "radius_km" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "rules" DROP COLUMN "place_text";--> statement-breakpoint
ALTER TABLE "rules" DROP COLUMN "place_label";--> statement-breakpoint
ALTER TABLE "rules" DROP COLUMN "place_lat";--> statement-breakpoint
ALTER TABLE "rules" DROP COLUMN "place_lon";--> statement-breakpoint
ALTER TABLE "rules" DROP COLUMN "place_country";--> statement-breakpoint
ALTER TABLE "rules" DROP COLUMN "place_postal_code";--> statement-breakpoint
ALTER TABLE "rules" DROP COLUMN "radius_km";