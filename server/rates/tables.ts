import { date, doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { rateSources } from '../model/exchange-rates.ts'

/** What one euro was in a currency, by day and by who says so; of everybody, typed by admins or fetched. */
export const exchangeRates = pgTable(
  'exchange_rates',
  {
    currency: text().notNull(),
    day: date({ mode: 'string' }).notNull(),
    source: text({ enum: rateSources }).notNull(),
    perEuro: doublePrecision('per_euro').notNull(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.day, table.source] })],
)
