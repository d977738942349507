import { createNumberTable } from '../../core/number-table.ts'
import { grown } from '../comps/postings.ts'
import { allFields, type Features, fields as fieldBits, hashBits, kindNeeds } from './features.ts'
import { type Fitted, foldCount, type PriceRows, strengthStep } from './price-net.ts'
import { expectedByNets, joinNets, type Nets, numberMask } from './price-nets.ts'

/** What is expected of a price before its nearest comparables are looked at. */
export interface PriceModel {
  /** Takes in or replaces the logarithm of a price (minor units), with the group by which errors are told apart. */
  upsert(listingId: number, features: Features, logPrice: number, group: string): void
  remove(listingId: number): void
  /** Rows held. */
  readonly size: number
  /** True once enough has been seen or changed since the last fit for another to be worth it. */
  readonly due: boolean
  /**
   * With so many more rows, what it says now will be much different once it has learned: it never has, or from less
   * than two thirds of them.
   */
  isRaw(more: number): boolean
  /** Copies of the rows, for fitting elsewhere while more come in. */
  snapshot(): ModelSnapshot
  /** Takes over what was learned from a snapshot. */
  adopt(known: KnownRows, fitted: Fitted): void
  /**
   * What is expected of a price by the fields that are told of the thing; a held listing is judged by the net that has
   * not seen it. Null before the first fit.
   */
  expected(features: Features, listingId?: number, told?: number): ExpectedPrice | null
  /** The same of a held listing, as if only those fields were told. */
  expectedOf(listingId: number, told: number): ExpectedPrice | null
  /** Logarithm of a held listing's price less what was expected without having seen it; undefined where not held. */
  residual(listingId: number): number | undefined
  /** Expected logarithm of a held listing's price, by the net that has not seen it. */
  mean(listingId: number): number | undefined
  /** Typical size of a residual in a group, shrunk to that of all where few are known. */
  spread(group: string): number
}

export interface ExpectedPrice {
  /** Logarithm of the price in minor units. */
  mean: number
  /**
   * Logarithm of a held listing's price carried over to the subject: by the difference that one net sees between the
   * two, the one that has not seen that price, and by the same fields of both. undefined where it is not held.
   */
  carry(listingId: number): Carried | undefined
}

export interface Carried {
  logPrice: number
  /** By what all nets expect of the subject, and so further from the rest: what a held price is judged by. */
  looseLogPrice: number
}

export interface ModelSnapshot {
  rows: PriceRows
  listingIds: Float64Array
}

/** Which rows were learned from, and at which prices. */
export interface KnownRows {
  listingIds: Float64Array
  logPrices: Float64Array
}

/** Fewer prices than this teach a model nothing. */
export const modelRowsMin = 60
/** A fit is worth repeating once this share of the rows is new. */
const refitShare = 0.2
const strengthMax = 127
const describedBit = fieldBits.description

export function createPriceModel(): PriceModel {
  const rowOf = createNumberTable()
  const freeRows: number[] = []
  let listingIds = new Float64Array(256)
  let starts = new Int32Array(256)
  let lengths = new Int32Array(256)
  let logPrices = new Float64Array(256)
  let folds = new Uint8Array(256)
  let told = new Uint8Array(256)
  let means = new Float32Array(256).fill(Number.NaN)
  // Means of what less is told of, each row's last with its description and its last without; no bits = none.
  let blindBits = new Uint8Array(512)
  let blindMeans = new Float32Array(512)
  const groups: string[] = []
  /** Runs of what `packed` makes of features. */
  let pool = new Int32Array(256 * 64)
  let end = 0
  let used = 0
  let rowEnd = 0
  let changes = 0
  let nets: Nets | null = null
  let spreads = new Map<string, number>()
  let spreadOfAll = 0.5
  /** What was made of features that were asked about: mostly the same become a row next. */
  const asked = new WeakMap<Features, Asked>()
  /** Listings written since the last snapshot: what is learned from it is not about them as they are now. */
  const rewritten = new Set<number>()

  function ensureRow(row: number): void {
    if (row < starts.length) return
    const length = Math.ceil(starts.length * growth)
    listingIds = grown(listingIds, length)
    logPrices = grown(logPrices, length)
    starts = grown(starts, length)
    lengths = grown(lengths, length)
    folds = grown(folds, length)
    told = grown(told, length)
    means = grown(means, length)
    blindBits = grown(blindBits, length * 2)
    blindMeans = grown(blindMeans, length * 2)
  }

  /** Those that hold a listing, in an order that the listings' numbers do not change. */
  function* liveRows(): IterableIterator<number> {
    for (let row = 0; row < rowEnd; row++) if (listingIds[row]! >= 0) yield row
  }

  function store(run: Int32Array): number {
    if (end + run.length > pool.length && used * 2 < end) compact()
    if (end + run.length > pool.length) {
      pool = grown(pool, Math.ceil(Math.max(pool.length * growth, end + run.length)))
    }
    const start = end
    pool.set(run, start)
    end += run.length
    used += run.length
    return start
  }

  /** Closes the gaps that removed rows left. */
  function compact(): void {
    const next = new Int32Array(pool.length)
    let at = 0
    for (const row of liveRows()) {
      const start = starts[row]!
      next.set(pool.subarray(start, start + lengths[row]!), at)
      starts[row] = at
      at += lengths[row]!
    }
    pool = next
    end = at
  }

  function remove(listingId: number): void {
    const row = rowOf.get(listingId)
    if (row < 0) return
    rowOf.delete(listingId)
    rewritten.delete(listingId)
    listingIds[row] = -1
    used -= lengths[row]!
    freeRows.push(row)
  }

  /** By the net that has not seen the row, and by its own fields or fewer. */
  function meanOf(row: number, blind = 0): number {
    if (nets === null) return Number.NaN
    const start = starts[row]!
    return expectedByNets(nets, { run: pool, from: start, to: start + lengths[row]! }, folds[row]!, blind)[0]!
  }

  /** The same, as if only those fields were told: of a comparable it is asked over and over. */
  function meanToldBy(row: number, fields: number): number {
    const blind = told[row]! & ~fields
    if (blind === 0) return means[row]!
    const at = row * 2 + ((blind & describedBit) === 0 ? 0 : 1)
    if (blindBits[at] !== blind) {
      blindMeans[at] = meanOf(row, blind)
      blindBits[at] = blind
    }
    return blindMeans[at]!
  }

  function carryFrom(byFold: (fold: number) => number, subjectMean: number, fields: number) {
    return (compId: number): Carried | undefined => {
      const comp = rowOf.get(compId)
      if (comp < 0 || Number.isNaN(means[comp])) return undefined
      const residual = logPrices[comp]! - meanToldBy(comp, fields)
      return { logPrice: byFold(folds[comp]!) + residual, looseLogPrice: subjectMean + residual }
    }
  }

  function askedOf(features: Features): Asked {
    let known = asked.get(features)
    if (known === undefined) {
      known = { run: packed(features), by: null, byNet: null }
      asked.set(features, known)
    }
    return known
  }

  function measureSpreads(): void {
    const byGroup = new Map<string, number[]>()
    const all: number[] = []
    for (const row of liveRows()) {
      const residual = Math.abs(logPrices[row]! - means[row]!)
      if (Number.isNaN(residual)) continue
      all.push(residual)
      const group = groups[row]!
      // A group is a marketplace and a category; a category by itself is one of no marketplace.
      for (const name of [group, group.slice(group.lastIndexOf(' '))]) {
        const own = byGroup.get(name)
        if (own) own.push(residual)
        else byGroup.set(name, [residual])
      }
    }
    spreadOfAll = Math.max(0.03, median(all) || 0.5)
    spreads = new Map(
      [...byGroup].map(([group, own]) => [
        group,
        (Math.max(0.03, median(own)) * own.length + spreadOfAll * 20) / (own.length + 20),
      ]),
    )
  }

  return {
    upsert(listingId, features, logPrice, group) {
      const held = rowOf.get(listingId)
      const { run, by, byNet } = askedOf(features)
      if (held >= 0 && logPrices[held] === logPrice && sameRun(held, run)) return
      remove(listingId)
      const row = freeRows.pop() ?? rowEnd++
      ensureRow(row)
      starts[row] = store(run)
      lengths[row] = run.length
      listingIds[row] = listingId
      logPrices[row] = logPrice
      folds[row] = foldOf(features)
      told[row] = toldBy(features)
      blindBits.fill(0, row * 2, row * 2 + 2)
      groups[row] = group
      rowOf.set(listingId, row)
      rewritten.add(listingId)
      means[row] = byNet !== null && by === nets ? byNet[folds[row]!]! : meanOf(row)
      changes++
    },
    remove,
    get size() {
      return rowOf.size
    },
    get due() {
      return rowOf.size >= modelRowsMin && (nets === null || changes >= Math.max(50, rowOf.size * refitShare))
    },
    isRaw(more) {
      const rows = rowOf.size + more
      return rows >= modelRowsMin && (nets === null || changes + more >= Math.max(100, rows / 3))
    },
    snapshot() {
      const count = rowOf.size
      // As many as there can be; what is said by two numbers is one feature.
      const numbers = new Int32Array(used)
      const strengths = new Int8Array(used)
      const rows = {
        starts: new Int32Array(count + 1),
        logPrices: new Float64Array(count),
        folds: new Uint8Array(count),
      }
      const ids = new Float64Array(count)
      let at = 0
      let i = 0
      for (const row of liveRows()) {
        rows.starts[i] = at
        const to = starts[row]! + lengths[row]!
        for (let k = starts[row]!; k < to; k++) {
          const number = pool[k]!
          numbers[at] = number & numberMask
          strengths[at++] = number < 0 ? pool[++k]! : strengthStep
        }
        rows.logPrices[i] = logPrices[row]!
        rows.folds[i] = folds[row]!
        ids[i++] = listingIds[row]!
      }
      rows.starts[count] = at
      changes = 0
      rewritten.clear()
      return {
        rows: { ...rows, numbers: numbers.slice(0, at), strengths: strengths.slice(0, at) },
        listingIds: ids,
      }
    },
    adopt(known, fitted) {
      nets = joinNets(fitted)
      means.fill(Number.NaN)
      blindBits.fill(0)
      known.listingIds.forEach((listingId, i) => {
        const row = rowOf.get(listingId)
        // A row that changed meanwhile is computed below, like one that came.
        const same = row >= 0 && logPrices[row] === known.logPrices[i] && !rewritten.has(listingId)
        if (same) means[row] = fitted.means[i]!
      })
      for (const row of liveRows()) if (Number.isNaN(means[row])) means[row] = meanOf(row)
      measureSpreads()
    },
    expected(features, listingId, fields = allFields) {
      if (nets === null) return null
      const row = listingId === undefined ? -1 : rowOf.get(listingId)
      const known = askedOf(features)
      const { run } = known
      const only = row < 0 ? null : folds[row]!
      const byNet = expectedByNets(nets, { run, from: 0, to: run.length }, only)
      if (only === null) Object.assign(known, { by: nets, byNet })
      const mean = byNet.reduce((sum, one) => sum + one, 0) / byNet.length
      return { mean, carry: carryFrom((fold) => (only === null ? byNet[fold]! : mean), mean, fields) }
    },
    expectedOf(listingId, fields) {
      const row = rowOf.get(listingId)
      if (row < 0 || nets === null) return null
      const mean = meanToldBy(row, fields)
      return Number.isNaN(mean) ? null : { mean, carry: carryFrom(() => mean, mean, fields) }
    },
    residual(listingId) {
      const row = rowOf.get(listingId)
      if (row < 0) return undefined
      const residual = logPrices[row]! - means[row]!
      return Number.isNaN(residual) ? undefined : residual
    },
    mean(listingId) {
      const row = rowOf.get(listingId)
      return row < 0 || Number.isNaN(means[row]) ? undefined : means[row]
    },
    spread: (group) => spreads.get(group) ?? spreadOfAll,
  }

  function sameRun(row: number, run: Int32Array): boolean {
    const start = starts[row]!
    return run.length === lengths[row] && run.every((number, i) => number === pool[start + i])
  }
}

interface Asked {
  /** What `packed` makes of them. */
  run: Int32Array
  /** What each of these nets expects; null before they were asked. */
  by: Nets | null
  byNet: Float64Array | null
}

/** Columns grow by an eighth: more would be memory that mostly lies idle. */
const growth = 1.125

/** Fields that a row's features need. */
function toldBy({ numbers }: Features): number {
  let told = 0
  for (const number of numbers) told |= kindNeeds[number >> hashBits]!
  return told
}

/** A feature of a strength other than 1 has the sign set and its strength behind it. */
function packed({ numbers, strengths }: Features): Int32Array {
  const run: number[] = []
  for (let i = 0; i < numbers.length; i++) {
    const steps = Math.max(-strengthMax, Math.min(strengthMax, Math.round(strengths[i]! * strengthStep)))
    if (steps === strengthStep) run.push(numbers[i]!)
    else run.push(numbers[i]! | ~numberMask, steps)
  }
  return Int32Array.from(run)
}

/** By the words of the title, whatever their order: postings of one thing are never evidence for each other's mean. */
function foldOf({ identity }: Features): number {
  let hash = 0
  for (const token of identity.tokens) {
    let own = 0x811c_9dc5
    for (let i = 0; i < token.length; i++) own = Math.imul(own ^ token.charCodeAt(i), 0x0100_0193)
    hash = (hash + (own ^ (own >>> 13))) | 0
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d)
  return (hash >>> 8) % foldCount
}

function median(values: number[]): number {
  values.sort((a, b) => a - b)
  return values[values.length >> 1] ?? Number.NaN
}
