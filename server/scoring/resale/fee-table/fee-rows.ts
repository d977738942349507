import { type CountedFeeRow, type FeeRow, feeRowsMax } from '../../../model/score-schema.ts'
import type { LineProblem } from './fee-csv.ts'

export interface TakenFees {
  /** All that the person has of their own then. */
  rows: FeeRow[]
  added: number
  /** Of the person's own, with other words or a day on which they begin to count that is still to come. */
  replaced: number
  /** Were there already, as they are. */
  known: number
  problems: LineProblem[]
}

/**
 * A person's own rows with others added to them. What past sales were counted by stays: figures of a row change by another
 * that counts from a later day, and only a row that does not count before `today` is written anew.
 */
export function takeFeeRows(
  { own, defaults, today }: { own: readonly FeeRow[]; defaults: readonly CountedFeeRow[]; today: string },
  given: readonly { line: number; row: FeeRow }[],
): TakenFees {
  const taken: TakenFees = { rows: [...own], added: 0, replaced: 0, known: 0, problems: [] }
  const places = new Map(own.map((row, at) => [keyOf(row), at]))
  const before = new Map(defaults.map((row) => [keyOf(row), row]))
  const lines = new Map<string, { line: number; row: FeeRow }>()
  for (const one of given) {
    const { line, row } = one
    const key = keyOf(row)
    const again = lines.get(key)
    lines.set(key, again ?? one)
    const place = places.get(key)
    const known = place === undefined ? before.get(key) : taken.rows[place]
    if (again !== undefined && !isSame(row, again.row)) {
      taken.problems.push({
        line,
        reason: `it is of the same sales as line ${again.line}, with something else: keep one of the two`,
      })
    } else if (known !== undefined && isSame(row, known)) taken.known++
    else if (place !== undefined && (isFigures(row, known!) || isToCome(row, today))) {
      taken.rows[place] = row
      taken.replaced++
    } else if (known !== undefined && !isToCome(row, today)) {
      taken.problems.push({ line, reason: insteadOf(row) })
    } else {
      places.set(key, taken.rows.length)
      taken.rows.push(row)
      taken.added++
    }
  }
  const over = taken.rows.length - feeRowsMax
  if (over > 0)
    taken.problems.push({
      line: given.at(-1)!.line,
      reason: `there would be ${over} rows more than the ${feeRowsMax} that are kept: take some out`,
    })
  return taken
}

const insteadOf = ({ marketplace, validFrom }: FeeRow) =>
  `${marketplace} took something else ${validFrom === null ? 'until now' : `from ${validFrom} on`}, and past sales were counted by that: write as validFrom the day from which these figures count`

/** Of which sales it is. */
function keyOf({ marketplace, delivery, currency, country, categories, validFrom }: FeeRow): string {
  return JSON.stringify([marketplace, delivery, currency, country, categories.toSorted(), validFrom])
}

function figuresOf(row: FeeRow): string {
  const { bands, bandsApply, orderCents, smallOrder, flatBelow, feeCentsMin, feeCentsMax, payment } = row
  return JSON.stringify([
    bands.map(({ upToCents, bps }) => [upToCents, bps]),
    ...[bandsApply, orderCents, smallOrder?.upToCents, smallOrder?.orderCents],
    ...[flatBelow?.priceCents, flatBelow?.feeCents, feeCentsMin, feeCentsMax],
    ...[payment.bps, payment.fixedCents],
  ])
}

const isFigures = (row: FeeRow, other: FeeRow) => figuresOf(row) === figuresOf(other)
const isSame = (row: FeeRow, other: FeeRow) =>
  isFigures(row, other) && row.source === other.source && row.readOn === other.readOn
const isToCome = ({ validFrom }: FeeRow, today: string) => validFrom !== null && validFrom >= today
