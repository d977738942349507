import { type ProductTitle, readProductTitle, titleOfOnePiece } from '../../model/product/title.ts'
import type { FairValue } from '../../model/score-schema.ts'
import type { Appraisal, Appraiser, ValueQuery } from './appraiser.ts'

/** An appraisal of what may be several pieces. */
export interface PiecesAppraisal extends Appraisal {
  /** By how much the comps' value was multiplied, and how many pieces each of them is for; null where they say as many. */
  pieces: { count: number; perComp: number } | null
}

/** Values several pieces by comps that mostly are single ones. */
export interface Pieces {
  /** Remembers how many pieces a comp is for, where it says several. */
  note(listingId: number, title: string): void
  forget(listingId: number): void
  estimate(appraiser: Appraiser, query: ValueQuery, nowMs: number): FairValue | null
  appraise(appraiser: Appraiser, query: ValueQuery, nowMs: number): PiecesAppraisal | null
}

/** Titles without one of these say nothing of several; reading them would be in vain. */
const severalPattern =
  /\d ?x|x ?\d|\bof\b|pack|pcs?\b|piece|pair|qty|quantity|lot\b|unit|count|\bct\b|pk\b|bottles|boxes|cans|bags|tubes|jars|rolls|packets|tickets|tins|cartons|st(?:ü|ue?)ck|stk|pezzi|piezas|unidades|\buds\b|pe[cç]as|sztuk|szt\b|stuks|stycken|adet|\bkus[yu]\b|\b(?:lott?[eo]|set|pack) (?:d[ei]|v[ao]n)\b/i
/** So much of the evidence must state as many pieces for its value to be that of all of them. */
const sameShareMin = 0.5
/** A hundred at once are not worth a hundred times one: what that may take off the lowest value. */
const bulkPower = 0.9
/** What is multiplied was not seen: it is never trusted more than half. */
const confidenceMax = 0.5

/**
 * Two pieces are worth about two: a title that states several is valued by comps that state as many or, lacking those,
 * by those of one piece, times the number.
 */
export function createPieces(): Pieces {
  const counts = new Map<number, number>()
  const countOf = (listingId: number) => counts.get(listingId) ?? 1

  /** Of the comps that a value rests on, the share that states so many pieces. */
  const shareOf = (compIds: readonly number[], count: number) =>
    compIds.filter((id) => countOf(id) === count).length / Math.max(1, compIds.length)

  /** How many pieces the comps mostly are for. */
  function usualCount(compIds: readonly number[]): number {
    const sorted = compIds.map(countOf).sort((a, b) => a - b)
    return sorted[sorted.length >> 1] ?? 1
  }

  return {
    note(listingId, title) {
      const count = severalIn(title)?.sold ?? 1
      if (count > 1) counts.set(listingId, count)
      else counts.delete(listingId)
    },
    forget: (listingId) => void counts.delete(listingId),
    estimate(appraiser, query, nowMs) {
      const read = severalIn(query.title)
      const whole = appraiser.estimate(query, nowMs)
      if (read === null || isOfAsMany(whole, read.sold)) return whole
      const one = appraiser.estimate({ ...query, title: titleOfOnePiece(read) }, nowMs)
      return one && times(one, read.sold / usualCount(one.compIds))
    },
    appraise(appraiser, query, nowMs) {
      const read = severalIn(query.title)
      const whole = appraiser.appraise(query, nowMs)
      if (read === null || isOfAsMany(whole?.value ?? null, read.sold))
        return whole && { ...whole, pieces: null }
      const count = read.sold
      const one = appraiser.appraise({ ...query, title: titleOfOnePiece(read) }, nowMs)
      if (one === null) return null
      const perComp = usualCount(one.value.compIds)
      const factor = count / perComp
      return {
        ...one,
        value: times(one.value, factor),
        comps: one.comps.map((comp) => ({ ...comp, adjustedCents: Math.round(comp.adjustedCents * factor) })),
        pieces: { count, perComp },
      }
    },
  }

  function isOfAsMany(value: FairValue | null, count: number): boolean {
    return value !== null && value.method === 'similar' && shareOf(value.compIds, count) >= sameShareMin
  }
}

function severalIn(title: string): ProductTitle | null {
  if (!severalPattern.test(title)) return null
  const read = readProductTitle(title)
  return read.sold > 1 ? read : null
}

function times(value: FairValue, factor: number): FairValue {
  return {
    ...value,
    lowCents: Math.max(1, Math.round(value.lowCents * Math.min(factor, factor ** bulkPower))),
    midCents: Math.max(1, Math.round(value.midCents * factor)),
    highCents: Math.max(1, Math.round(value.highCents * factor)),
    confidence: Math.min(confidenceMax, value.confidence),
  }
}
