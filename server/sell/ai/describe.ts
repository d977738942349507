import { type Authorized, asProgram } from '../../core/actor.ts'
import { AppError, conflict, errorMessage, notFound } from '../../core/errors.ts'
import type { PostingLanguage } from '../../model/posting.ts'
import { getItem } from '../item-store.ts'
import { wholeFile } from '../photos/file-store.ts'
import { shortener } from '../photos/readers.ts'
import {
  agreedTo,
  answersOf,
  giveUpCalls,
  insertCall,
  lastCall,
  lockSpending,
  mostTokensIn,
  type StoredCall,
  settleCall,
  spentSince,
  takeCall,
  writeAnswer,
} from './ai-store.ts'
import { type Called, callModel } from './call.ts'
import { type AtCap, type Cost, capPassed, costOf, startsOf } from './costs.ts'
import type { AiDeps } from './deps.ts'
import { describeItemJob } from './jobs.ts'
import { keyOf, type Question, sentPx, tokensInAtMost, tokensOutMax } from './prompt.ts'
import { languagesOf, questionOf } from './question.ts'
import { type AiSetUp, recipientOf } from './set-up.ts'

/** Somebody must have begun by then; else nothing is sent any more. */
const waitsMs = 15 * 60_000
/** Photos are cut down before, and what came is written after the call. */
const besideCallMs = 120_000

/**
 * Asks about a thing, unless the same was answered before or is being asked. What it may cost is put down first, so that
 * several at once neither ask twice nor pass a cap. The number of the call; null = there is an answer already.
 */
export async function askDescription(
  deps: AiDeps,
  userId: Authorized<'write'>,
  itemId: number,
  asked: { languages?: readonly PostingLanguage[] | undefined },
): Promise<number | null> {
  if ((await getItem(deps.db, userId, itemId)) === null) throw notFound('item')
  const setUp = await allowed(deps, userId)
  const languages = languagesOf(asked.languages, await deps.languageOf(userId))
  return deps.db.transaction(async (tx) => {
    await lockSpending(tx)
    const { question, photos } = await questionOf(tx, userId, itemId, languages)
    if (photos.length === 0)
      throw conflict('no-photos', 'It has no photos that are ready: add some, or wait until they are read.')
    if (photos.some(({ candidates }) => candidates === null))
      throw conflict('photos-being-read', 'Its photos are still being read: ask when that is done.')
    const key = keyOf(question, setUp)
    if ((await answersOf(tx, userId, itemId)).some((kept) => kept.key === key)) return null
    const at = deps.clock.now()
    await giveUpCalls(tx, at)
    const last = await lastCall(tx, userId, itemId)
    if (last !== null && last.key === key && last.state !== 'done') return last.id
    refuseEarly(last, at)
    const isPriced = setUp.price !== null
    const most = costOf(setUp.price, {
      tokensIn: Math.max(tokensInAtMost(question), await mostTokensIn(tx, setUp.model)),
      tokensOut: tokensOutMax,
    })
    const spent = await spentSince(tx, userId, startsOf(at))
    const passed = capPassed(setUp.caps, { spent, most, isPriced, at })
    if (passed !== null) throw atCap(passed, most, at)
    const leaseUntil = new Date(at.getTime() + waitsMs)
    const call = { itemId, key, model: setUp.model, languages, isPriced, startedAt: at, leaseUntil }
    const callId = await insertCall(tx, userId, { ...call, ...most })
    if (callId === null) throw conflict('ai-asked-already', 'The same is being asked already: wait for it.')
    await deps.jobs.send(describeItemJob, { userId, callId }, { tx })
    return callId
  })
}

/** What the operator set up, where the person agreed to it. */
async function allowed(deps: AiDeps, userId: Authorized<'read'>): Promise<AiSetUp> {
  const { setUp, db } = deps
  if (setUp === null)
    throw conflict(
      'ai-off',
      'Nobody describes photos here: the operator has not set it up (AI_PROVIDER). Everything else works without.',
    )
  const recipient = recipientOf(setUp)
  if ((await agreedTo(db, userId)) !== recipient)
    throw conflict(
      'ai-not-agreed',
      `Nothing of yours is sent to ${recipient} before you agree to that: under "How your ads are written", or by deal-scout sell ai --agree.`,
    )
  return setUp
}

function refuseEarly(last: StoredCall | null, at: Date): void {
  if (last === null || last.retryAt === null || last.retryAt <= at) return
  throw new AppError({
    ...{ code: 'ai-busy', status: 429 },
    retryAfterS: Math.ceil((last.retryAt.getTime() - at.getTime()) / 1000),
    params: { until: utc(last.retryAt) },
    message: `The provider asks to wait until ${utc(last.retryAt)}: ask again then.`,
  })
}

const utc = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

const capWords: Readonly<Record<AtCap['cap'], string>> = {
  'person-day-cents': 'what you may spend in a day',
  'person-month-cents': 'what you may spend in a month',
  'house-month-cents': 'what all people here together may spend in a month',
  'person-day-tokens': 'the tokens that you may use in a day',
  'house-month-tokens': 'the tokens that all people here together may use in a month',
}

function atCap({ cap, endsAt }: AtCap, most: Cost, at: Date): AppError {
  const words = capWords[cap]
  const costs = cap.endsWith('tokens')
    ? `${most.tokens} tokens`
    : `${(most.microCents / 1e6).toFixed(2)} cents`
  if (endsAt === null)
    return new AppError({
      ...{ code: 'ai-cap-too-small', status: 409, params: { cap } },
      message: `One description may take ${costs}, more than ${words}: the operator has to raise that.`,
    })
  return new AppError({
    ...{ code: 'ai-cap-reached', status: 429, params: { cap, until: utc(endsAt) } },
    retryAfterS: Math.ceil((endsAt.getTime() - at.getTime()) / 1000),
    message: `One more description, which may take ${costs}, would pass ${words}: ask again from ${utc(endsAt)} on. Nothing was sent.`,
  })
}

/** Makes a call that waits. Made twice, or after its process ended, it is made once. */
export async function makeCall(
  deps: AiDeps,
  asked: { userId: number; callId: number },
  signal: AbortSignal,
): Promise<void> {
  const userId = asProgram(asked.userId)
  const { setUp, db } = deps
  const at = deps.clock.now()
  const leaseUntil = new Date(at.getTime() + (setUp?.timeoutMs ?? 0) + besideCallMs)
  const call = await db.transaction((tx) => takeCall(tx, userId, asked.callId, { at, leaseUntil }))
  if (call === null) return
  const started = performance.now()
  const settle = async (called: Called) => {
    const ms = Math.round(performance.now() - started)
    const cost = settledCost(call, called, setUp)
    const retryAt =
      called.waitMs === null ? null : new Date(deps.clock.now().getTime() + Math.max(1000, called.waitMs))
    await db.transaction(async (tx) => {
      await settleCall(tx, userId, call.id, { ...called, ...cost, ms, retryAt })
      if (called.answer !== null && call.itemId !== null)
        await writeAnswer(tx, userId, call.itemId, {
          ...{ key: call.key, model: call.model, answer: called.answer, answeredAt: deps.clock.now() },
        })
    })
    deps.observe(called.outcome)
  }
  const ready = await prepared(deps, userId, call, signal).catch((error: unknown) => {
    deps.log.warn(
      { item: call.itemId, reason: errorMessage(error) },
      'photos could not be made ready to be sent',
    )
    return null
  })
  if (ready === null) return settle({ ...nothing, outcome: 'not-sent' })
  try {
    await settle(
      await callModel({ ...deps, now: () => deps.clock.now() }, ready.setUp, ready.question, signal),
    )
  } catch (error) {
    if (!signal.aborted) throw error
    // It may have been sent, and is not sent again.
    await settle({ ...nothing, outcome: 'lost', mayHaveCost: true })
  }
}

const nothing = { answer: null, tokensIn: null, tokensOut: null, mayHaveCost: false, waitMs: null }

/** What is to be sent, looked at anew: what was changed, or is no longer agreed to, since it was asked is not. */
async function prepared(
  deps: AiDeps,
  userId: Authorized<'read'>,
  call: StoredCall,
  signal: AbortSignal,
): Promise<{ setUp: AiSetUp; question: Question & { jpegs: Uint8Array[] } } | null> {
  const { setUp, db, readers } = deps
  if (setUp === null || call.itemId === null) return null
  if ((await agreedTo(db, userId)) !== recipientOf(setUp)) return null
  const languages = call.languages as PostingLanguage[]
  const { question, photos } = await questionOf(db, userId, call.itemId, languages)
  if (photos.length === 0 || keyOf(question, setUp) !== call.key) return null
  const jpegs: Uint8Array[] = []
  for (const { id, used } of photos) {
    const jpeg = await wholeFile(db, id, `${used}-large`)
    if (jpeg === null) return null
    // What comes out is asserted to hold nothing but the picture.
    jpegs.push(await readers.read(shortener, [jpeg, sentPx], signal))
  }
  return { setUp, question: { ...question, jpegs } }
}

/** As the provider says; where it does not, what it may have been. */
function settledCost(
  call: StoredCall,
  { tokensIn, tokensOut, mayHaveCost }: Called,
  setUp: AiSetUp | null,
): Cost {
  const most = { microCents: call.microCents, tokens: call.tokens }
  if (tokensIn === null && tokensOut === null) return mayHaveCost ? most : { microCents: 0, tokens: 0 }
  return costOf(call.isPriced ? (setUp?.price ?? null) : null, {
    tokensIn: tokensIn ?? Math.max(0, call.tokens - tokensOutMax),
    tokensOut: tokensOut ?? tokensOutMax,
  })
}
