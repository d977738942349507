import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import type { SellDeps } from '../deps.ts'
import { checkCurrency } from '../items.ts'
import type { BookChanges, BookSettings } from './book-schema.ts'
import { getBookSettings, writeBookSettings } from './book-store.ts'
import { ratesOf } from './mileage.ts'
import { kindsInNoLine, scheduleC } from './year-lines.ts'

/** How the person's books are kept. */
export async function bookSettings(sql: Sql, userId: Authorized<'read'>): Promise<BookSettings> {
  const { mileageRates, yearLines } = await getBookSettings(sql, userId)
  const lines = yearLines ?? scheduleC
  return {
    mileageRates: ratesOf(mileageRates),
    yearLines: lines.map(({ line, kinds }) => ({ line, kinds: [...kinds] })),
    ...{ yearLinesAreOwn: yearLines !== null, inNoLine: kindsInNoLine(lines) },
  }
}

/** What is left out stays; drives that are booked keep their amounts. */
export async function changeBookSettings(
  { db, clock }: SellDeps,
  userId: Authorized<'write'>,
  changes: BookChanges,
): Promise<BookSettings> {
  for (const { currency } of changes.mileageRates ?? []) checkCurrency(currency)
  return db.transaction(async (tx) => {
    await writeBookSettings(tx, userId, { ...changes, at: clock.now() })
    return bookSettings(tx, userId)
  })
}
