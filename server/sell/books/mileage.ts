import type { Authorized } from '../../core/actor.ts'
import { badInput } from '../../core/errors.ts'
import { minorDigits } from '../../core/money.ts'
import type { SellDeps } from '../deps.ts'
import { addMoney } from '../money.ts'
import type { MoneyView } from '../schema.ts'
import type { DistanceUnit, DriveInput, MileageRate } from './book-schema.ts'
import { getBookSettings } from './book-store.ts'

/** The US standard rates for business; each is of its year alone. Of other countries none is known here. */
export const knownRates: readonly MileageRate[] = [
  irs(2024, 67, 'IRS Notice 2024-08'),
  irs(2025, 70, 'IRS Notice 2025-5'),
  irs(2026, 72.5, 'IRS Notice 2026-10'),
]

function irs(year: number, centsPerUnit: number, source: string): MileageRate {
  const [validFrom, validTo] = [`${year}-01-01`, `${year}-12-31`]
  return { unit: 'mi', currency: 'USD', centsPerUnit, validFrom, validTo, source }
}

/** The person's own first, then those that are known. */
export const ratesOf = (own: readonly MileageRate[]) => [
  ...own.map((rate) => ({ ...rate, isOwn: true })),
  ...knownRates.map((rate) => ({ ...rate, isOwn: false })),
]

/** Minor units, half up; exact for all distances and rates that are taken. */
export function driveCents(distance: number, centsPerUnit: number): number {
  // Hundredths times tenths: whole numbers below 2^53.
  return Math.floor((Math.round(distance * 100) * Math.round(centsPerUnit * 10) + 500) / 1000)
}

/** The rates that count on a day, one for each currency: the person's own before those that are known, the later first. */
export function ratesOn(
  own: readonly MileageRate[],
  { unit, currency, day }: { unit: DistanceUnit; currency: string | undefined; day: string },
): MileageRate[] {
  const valid = ratesOf(own).filter(
    (rate) =>
      rate.unit === unit &&
      (currency === undefined || rate.currency === currency) &&
      (rate.validFrom === null || rate.validFrom <= day) &&
      (rate.validTo === null || day <= rate.validTo),
  )
  const best = valid.toSorted(
    (a, b) =>
      Number(b.isOwn) - Number(a.isOwn) ||
      ((b.validFrom ?? '') > (a.validFrom ?? '') ? 1 : b.validFrom === a.validFrom ? 0 : -1),
  )
  return best
    .filter((rate, at) => best.findIndex((other) => other.currency === rate.currency) === at)
    .map(({ isOwn: _, ...rate }) => rate)
}

/** Books a drive as an amount; its note keeps how far it was and by which rate that was counted. */
export async function addDrive(
  deps: SellDeps,
  userId: Authorized<'write'>,
  input: DriveInput,
): Promise<MoneyView> {
  const onDate = input.onDate ?? (await deps.today(userId))
  const { distance, unit, itemId, saleId } = input
  const { centsPerUnit, currency, source } = await rateFor(deps, userId, input, onDate)
  return addMoney(deps, userId, {
    ...{ kind: 'mileage', cents: driveCents(distance, centsPerUnit), currency, onDate, itemId, saleId },
    note: driveNote({ distance, unit, centsPerUnit, currency, source, note: input.note }),
  })
}

/** `12.5 mi at 0.725 USD per mi (IRS Notice 2026-10): to the flea market`. */
function driveNote({
  distance,
  unit,
  note,
  ...rate
}: Pick<DriveInput, 'distance' | 'unit' | 'note'> &
  Pick<MileageRate, 'centsPerUnit' | 'currency' | 'source'>) {
  const { centsPerUnit, currency, source } = rate
  const digits = minorDigits(currency)
  // One digit finer than the currency, without it where it says nothing.
  const amount = (centsPerUnit / 10 ** digits)
    .toFixed(digits + 1)
    .replace(/0$/, '')
    .replace(/\.$/, '')
  const from = source === null ? '' : ` (${source.slice(0, 300)})`
  return `${distance} ${unit} at ${amount} ${currency} per ${unit}${from}${note === null ? '' : `: ${note}`}`
}

async function rateFor(
  deps: SellDeps,
  userId: Authorized<'read'>,
  { unit, centsPerUnit, currency }: DriveInput,
  day: string,
): Promise<Pick<MileageRate, 'centsPerUnit' | 'currency' | 'source'>> {
  if (centsPerUnit !== undefined) return { centsPerUnit, currency: currency!, source: null }
  const { mileageRates } = await getBookSettings(deps.db, userId)
  const [rate, ...others] = ratesOn(mileageRates, { unit, currency, day })
  if (rate === undefined)
    throw badInput(
      `No rate per ${unit}${currency === undefined ? '' : ` in ${currency}`} is known for ${day}: say what a ${unit === 'mi' ? 'mile' : 'kilometre'} costs you.`,
      { centsPerUnit: `is needed: no rate per ${unit} is known for ${day}` },
    )
  if (others.length > 0)
    throw badInput(
      `For ${day} you have rates in ${[rate, ...others].map((one) => one.currency).join(' and ')}: say which.`,
      { currency: 'is needed: there are rates in several' },
    )
  return rate
}
