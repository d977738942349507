-- deal-scout: contract, works from 0.2.0
-- Words of the API that are stored. A program of before would not know them, and would go on writing the old ones.
UPDATE "matches" SET "dismiss_reason" = 'too-expensive' WHERE "dismiss_reason" = 'too-dear';
--> statement-breakpoint
UPDATE "notifications"
   SET "kind" = CASE "kind" WHEN 'blind' THEN 'outage' ELSE 'recovered' END,
       "dedupe_key" = regexp_replace(regexp_replace("dedupe_key", '^blind:', 'outage:'), '^seeing:', 'recovered:'),
       "message" = jsonb_set("message", '{kind}', CASE "kind" WHEN 'blind' THEN '"outage"'::jsonb ELSE '"recovered"'::jsonb END)
 WHERE "kind" IN ('blind', 'seeing');
