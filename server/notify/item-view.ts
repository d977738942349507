import { riskLevels } from '../model/risk.ts'
import { coded, type Said, saidSchema } from '../model/sentences/said.ts'
import type { NotificationItem } from './schema.ts'

type Stored = Readonly<Record<string, unknown>>

const numberOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const textsOf = (value: unknown) =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
const partsOf = (value: unknown): Stored =>
  typeof value === 'object' && value !== null ? (value as Stored) : {}

/**
 * A thing of a message as it is shown. Messages are kept as they were written, by programs of before, too: what is there is
 * read, what is not is null, and nothing is made up.
 */
export function itemView(stored: unknown): NotificationItem {
  const item = partsOf(stored)
  return {
    listingId: numberOf(item.listingId),
    title: textOf(item.title) ?? '…',
    url: textOf(item.url),
    marketplaceName: textOf(item.marketplaceName),
    priceCents: numberOf(item.priceCents),
    previousPriceCents: numberOf(item.previousPriceCents),
    currency: textOf(item.currency),
    condition: textOf(item.condition),
    location: textOf(item.location),
    distanceKm: numberOf(item.distanceKm),
    postedAt: textOf(item.postedAt),
    value: fairValueOf(item.value),
    score: scoreOf(item.score),
    risk: riskOf(item.risk),
    ...{ also: textOf(item.also), profit: textOf(item.profit), unchecked: textOf(item.unchecked) },
    alsoSaid: toldOf(item.alsoSaid),
    ...{ exchanged: textOf(item.exchanged), exchangedSaid: toldOf(item.exchangedSaid) },
    ...{ profitSaid: toldOf(item.profitSaid), uncheckedSaid: toldOf(item.uncheckedSaid) },
    ruleNames: textsOf(item.ruleNames),
    demo: item.demo === true,
  }
}

function fairValueOf(stored: unknown): NotificationItem['value'] {
  const { lowCents, midCents, highCents, currency } = partsOf(stored)
  const mid = numberOf(midCents)
  if (mid === null) return null
  return {
    midCents: mid,
    ...{ lowCents: numberOf(lowCents), highCents: numberOf(highCents), currency: textOf(currency) },
  }
}

function scoreOf(stored: unknown): NotificationItem['score'] {
  const { total, parts } = partsOf(stored)
  const whole = numberOf(total)
  if (whole === null) return null
  const told = (Array.isArray(parts) ? parts : []).map(partsOf).flatMap((part) => {
    const [name, points, pointsMax] = [textOf(part.name), numberOf(part.points), numberOf(part.pointsMax)]
    return name === null || points === null
      ? []
      : [{ name, points, pointsMax: pointsMax ?? 0, ...saidOf(part) }]
  })
  return { total: whole, parts: told }
}

function riskOf(stored: unknown): NotificationItem['risk'] {
  const { level, sentences, said } = partsOf(stored)
  const known = riskLevels.find((one) => one === level)
  if (known === undefined) return null
  const told = textsOf(sentences)
  const codes = Array.isArray(said) ? said.map(partsOf) : []
  return {
    level: known,
    sentences: told,
    said: told.map((sentence, n) => {
      const { code, params } = saidOf({ ...codes[n], sentence })
      return { code, params }
    }),
  }
}

function toldOf(stored: unknown): Pick<Said, 'code' | 'params'> | null {
  const told = saidSchema.safeParse(stored)
  return told.success ? told.data : null
}

function saidOf(stored: Record<string, unknown>): Said {
  const sentence = textOf(stored.sentence) ?? ''
  const told = saidSchema.safeParse(stored)
  return coded({ sentence, ...(told.success && told.data) })
}
