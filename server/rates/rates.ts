import type { Authorized } from '../core/actor.ts'
import type { Audit } from '../core/audit.ts'
import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import { badInput, conflict, notFound } from '../core/errors.ts'
import type { Fetch } from '../core/fetch.ts'
import type { EuroRate } from '../model/exchange-rates.ts'
import { type EcbSpan, fetchEcb, readEcb } from './ecb.ts'
import type { HeldRates } from './held-rates.ts'
import { deleteTypedRates, newestFetchedDay, newestRates, writeRates } from './rate-store.ts'
import type { RateInput, RatesView } from './schema.ts'

export interface RateDeps {
  db: Db
  clock: Clock
  fetch: Fetch
  audit: Audit
  rates: HeldRates
  /** Whether the operator lets the bank be asked. */
  isFetched: boolean
  /** In tests another than the bank's. */
  ecbAddress?: string
}

const today = ({ clock }: Pick<RateDeps, 'clock'>) => clock.now().toISOString().slice(0, 10)

/** What one euro is in each currency that there is a rate of, by code. */
export async function readRates(deps: RateDeps): Promise<RatesView> {
  return { items: await newestRates(deps.db, today(deps)), isFetched: deps.isFetched }
}

/** A rate that an admin types; those of other days stay. */
export async function typeRate(
  deps: RateDeps,
  userId: Authorized<'admin'>,
  currency: string,
  { perEuro, day = today(deps) }: RateInput,
): Promise<RatesView> {
  if (day > today(deps))
    throw badInput('A rate cannot be of a day to come.', { day: `is after today, ${today(deps)}` })
  await deps.db.transaction(async (tx) => {
    await writeRates(tx, [{ currency, day, perEuro, source: 'typed' }])
    await noted(deps, tx, userId, currency)
  })
  return readRates(deps)
}

/** Takes back all that was typed of a currency. */
export async function untypeRate(
  deps: RateDeps,
  userId: Authorized<'admin'>,
  currency: string,
): Promise<RatesView> {
  await deps.db.transaction(async (tx) => {
    if (!(await deleteTypedRates(tx, currency))) throw notFound('typed rate')
    await noted(deps, tx, userId, currency)
  })
  return readRates(deps)
}

async function noted(
  { audit, rates }: RateDeps,
  tx: Tx,
  userId: Authorized<'admin'>,
  currency: string,
): Promise<void> {
  await audit.note(tx, {
    what: 'settings-changed',
    person: userId,
    details: { of: 'rates', changed: currency },
  })
  tx.afterCommit(() => rates.forget())
}

/** Asks the bank at once; returns how many were new. */
export async function fetchRates(deps: RateDeps, span: EcbSpan, signal?: AbortSignal): Promise<number> {
  if (!deps.isFetched)
    throw conflict(
      'rates-not-allowed',
      'This installation does not ask the European Central Bank for exchange rates: set EXCHANGE_RATES=ecb, or type them.',
    )
  return take(deps, await fetchEcb(deps, span, signal))
}

/** A saved table of the bank, `eurofxref-daily.xml`, `-hist-90d.xml` or `-hist.xml`; returns how many rates were new. */
export async function importRates(deps: RateDeps, xml: string): Promise<number> {
  let rates: EuroRate[]
  try {
    rates = readEcb(xml)
  } catch (error) {
    throw badInput(
      `That file cannot be taken: ${(error as Error).message}. Save eurofxref-daily.xml, -hist-90d.xml or -hist.xml from ecb.europa.eu/stats/eurofxref as it is.`,
    )
  }
  return take(deps, rates)
}

const writtenAtOnce = 10_000

async function take({ db, rates: held }: RateDeps, rates: readonly EuroRate[]): Promise<number> {
  const written = await db.transaction(async (tx) => {
    let count = 0
    for (let at = 0; at < rates.length; at += writtenAtOnce)
      count += await writeRates(tx, rates.slice(at, at + writtenAtOnce))
    return count
  })
  held.forget()
  return written
}

/** Fetches what was published since; nothing where the operator does not allow it, or there is all. */
export async function keepRates(deps: RateDeps, signal: AbortSignal): Promise<void> {
  if (!deps.isFetched) return
  const newest = await newestFetchedDay(deps.db)
  const published = publishedBy(deps.clock.now())
  if (newest !== null && newest >= published) return
  const isLongAgo = newest === null || Date.parse(published) - Date.parse(newest) > 86_400_000
  await fetchRates(deps, isLongAgo ? 'quarter' : 'day', signal)
}

/** The last working day whose rates are out by then; the bank's holidays are asked for in vain. */
export function publishedBy(now: Date): string {
  const at = new Date(now)
  // 16:00 in Frankfurt is 15:00 UTC at the latest, and a little later it is there.
  if (at.getUTCHours() * 60 + at.getUTCMinutes() < 15 * 60 + 20) at.setUTCDate(at.getUTCDate() - 1)
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6) at.setUTCDate(at.getUTCDate() - 1)
  return at.toISOString().slice(0, 10)
}
