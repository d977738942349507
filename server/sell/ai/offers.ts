import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { badInput, conflict, notFound } from '../../core/errors.ts'
import { foldText } from '../../core/text.ts'
import { categories, conditions } from '../../model/listing-schema.ts'
import type { PostingLanguage } from '../../model/posting.ts'
import { linesOf } from '../ads/writing/facts.ts'
import { getItem, holdItem, type StoredItem, updateItem } from '../item-store.ts'
import { factsOf, type StoredFact, writeFact } from '../photos/fact-store.ts'
import type { TakeInput } from './ai-schema.ts'
import { agreedTo, answersOf, type KeptAnswer, lastCall, type StoredCall, spentOn } from './ai-store.ts'
import { type Dropped, lists } from './answer-schema.ts'
import type { Cost } from './costs.ts'
import type { AiDeps } from './deps.ts'
import { keyOf } from './prompt.ts'
import { languagesOf, questionOf } from './question.ts'
import { judgeAnswer, type Offer, type OfferField } from './rules.ts'
import { recipientOf } from './set-up.ts'

/** What a model offers for a thing, and how it came to that. */
export interface Described {
  /** To whom it goes; null = it is off. */
  recipient: string | null
  isAgreed: boolean
  call: StoredCall | null
  spent: Cost
  answer: Pick<KeptAnswer, 'model' | 'answeredAt'> | null
  /** Photos or facts are others than those that it was asked about. */
  isStale: boolean
  offers: (Offer & { isTaken: boolean })[]
  dropped: Dropped[]
}

type Deps = Pick<AiDeps, 'db' | 'setUp' | 'marketplaceNames' | 'languageOf'>

export async function described(deps: Deps, userId: Authorized<'read'>, itemId: number): Promise<Described> {
  const { db, setUp } = deps
  const item = await getItem(db, userId, itemId)
  if (item === null) throw notFound('item')
  const recipient = setUp && recipientOf(setUp)
  // Before its answer is looked for: once it is done, that is there.
  const call = await lastCall(db, userId, itemId)
  const kept = await keptAnswer(deps, db, userId, itemId, call)
  const { offers, dropped } = kept === null ? { offers: [], dropped: [] } : judged(deps, item, kept)
  const facts = await factsOf(db, userId, itemId)
  return {
    recipient,
    isAgreed: recipient !== null && (await agreedTo(db, userId)) === recipient,
    call,
    spent: await spentOn(db, userId, itemId),
    answer: kept && { model: kept.model, answeredAt: kept.answeredAt },
    isStale: kept !== null && !kept.isOfNow,
    offers: offers.map((offer) => ({ ...offer, isTaken: isTaken(offer, item, facts) })),
    dropped,
  }
}

/** The answer about the thing as it is now; else the last one. */
async function keptAnswer(
  { setUp, languageOf }: Deps,
  sql: Sql,
  userId: Authorized<'read'>,
  itemId: number,
  call: StoredCall | null,
): Promise<(KeptAnswer & { isOfNow: boolean }) | null> {
  const answers = await answersOf(sql, userId, itemId)
  if (answers.length === 0) return null
  const languages = (call?.languages ?? languagesOf(undefined, await languageOf(userId))) as PostingLanguage[]
  const { question } = await questionOf(sql, userId, itemId, languages)
  const key = setUp && keyOf(question, setUp)
  const now = answers.find((one) => one.key === key)
  return { ...(now ?? answers[0]!), isOfNow: now !== undefined }
}

const judged = (deps: Pick<Deps, 'marketplaceNames'>, item: StoredItem, { answer }: KeptAnswer) =>
  judgeAnswer(answer, {
    otherNames: deps.marketplaceNames,
    typed: [item.title, item.details, item.defects, item.included].join('\n'),
  })

const isLine = (field: OfferField): field is (typeof lists)[number] => lists.some((one) => one === field)

function isTaken({ field, value }: Offer, item: StoredItem, facts: readonly StoredFact[]): boolean {
  if (isLine(field)) return linesOf(item[field]).some((line) => foldText(line) === foldText(value))
  if (field === 'model' || field.startsWith('description-'))
    return facts.some((fact) => fact.field === field && fact.value === value)
  return item[field as 'title' | 'brand' | 'category' | 'condition'] === value
}

const textCharsMax = 5_000

/** Takes over what a person chose of what is offered: on the thing, with where it came from; all of it or nothing. */
export async function takeOffers(
  deps: Deps & Pick<AiDeps, 'clock'>,
  userId: Authorized<'write'>,
  itemId: number,
  { offers: chosen }: TakeInput,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const item = await holdItem(tx, userId, itemId)
    if (item === null) throw notFound('item')
    const kept = await keptAnswer(deps, tx, userId, itemId, await lastCall(tx, userId, itemId))
    const offered = kept === null ? [] : judged(deps, item, kept).offers
    const taken = chosen.map(({ field, value }) => {
      const offer = offered.find((one) => one.field === field && one.value === value)
      if (offer === undefined)
        throw conflict('offer-gone', `"${value.slice(0, 80)}" is not offered any more: look again.`)
      return offer
    })
    const at = deps.clock.now()
    await updateItem(tx, { ...item, ...changesBy(taken, item), updatedAt: at })
    await noteOrigins(tx, userId, itemId, taken, at)
  })
}

function changesBy(taken: readonly Offer[], item: StoredItem): Partial<StoredItem> {
  const changes: Partial<StoredItem> = {}
  for (const { field, value } of taken) {
    if (isLine(field)) {
      const before = changes[field] ?? item[field]
      if (linesOf(before).some((line) => foldText(line) === foldText(value))) continue
      const text = before === null || before.trim() === '' ? value : `${before.trimEnd()}\n${value}`
      if (text.length > textCharsMax)
        throw badInput(`The ${field} have no room for another line: shorten them first.`, {
          offers: 'do not fit',
        })
      changes[field] = text
    } else if (field === 'title' || field === 'brand') changes[field] = value
    else if (field === 'category') changes.category = categories.find((one) => one === value) ?? item.category
    else if (field === 'condition')
      changes.condition = conditions.find((one) => one === value) ?? item.condition
  }
  return changes
}

/** A fact for each field; of lines one for all that were taken. */
async function noteOrigins(
  tx: Tx,
  userId: Authorized<'write'>,
  itemId: number,
  taken: readonly Offer[],
  at: Date,
): Promise<void> {
  const before = await factsOf(tx, userId, itemId)
  for (const [field, offers] of Map.groupBy(taken, (offer) => offer.field)) {
    const own = before.find((fact) => fact.field === field && fact.origin === 'model')
    const earlier = isLine(field) && own !== undefined ? own.value.split('\n') : []
    const values = isLine(field) ? offers.map(({ value }) => value) : [offers.at(-1)!.value]
    const [{ words, photoId }] = offers as [Offer, ...Offer[]]
    await writeFact(tx, userId, itemId, {
      field,
      value: [...new Set([...earlier, ...values])].join('\n'),
      confidence: Math.min(...offers.map(({ confidence }) => confidence), own?.confidence ?? 1),
      ...{ origin: 'model', evidence: words, photoId, updatedAt: at },
    })
  }
}
