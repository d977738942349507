import { createHash } from 'node:crypto'
import { type Authorized, asProgram } from '../../core/actor.ts'
import { AppError } from '../../core/errors.ts'
import type { OrderThere, SellingProblem } from '../../model/selling.ts'
import { isProblem } from '../api-posts/desk.ts'
import { putFinding } from '../reconcile/finding-store.ts'
import type { OrderDeps, OrderDesk } from './deps.ts'
import { pollOrdersJob } from './jobs.ts'
import {
  duePolls,
  endPoll,
  getPoll,
  noteListening,
  notePage,
  type StoredPoll,
  wasRead,
} from './poll-store.ts'
import { type SellerNow, sellerNow } from './seller-now.ts'
import { takeBookings } from './take-bookings.ts'
import { type Taken, takeOrder } from './take-order.ts'

const minuteMs = 60_000
export const pollEveryMs = 3 * minuteMs
const delayMsMax = 60 * minuteMs
/** Somebody may have switched it off there. */
const listenEveryMs = 24 * 60 * minuteMs
const listenAgainMs = 60 * minuteMs
/** The marketplace shows a change a while after its time, and pages of what moves may lack one. */
const overlapMs = 10 * minuteMs
/** It shows no more than that. */
export const lookBackMs = 90 * 86_400_000
/** Fees are put right for some days. */
const bookingOverlapMs = 3 * 86_400_000
/** Many more than anybody has in ninety days: a cursor that leads in a circle ends. */
const pagesMax = 1000

/** Sends a job for everybody whose orders are due to be read. */
export async function pollSellers(deps: OrderDeps): Promise<void> {
  const due = await duePolls(deps.db, await deps.connectedSellers(), deps.clock.now())
  await deps.jobs.sendMany(
    pollOrdersJob,
    due.map(({ userId, marketplace }) => ({
      payload: { userId, marketplace },
      key: `${userId} ${marketplace}`,
    })),
  )
}

/** What a reading found, for who asked for it. */
export interface PollResult {
  orders: number
  sales: number
  unplaced: number
  bookings: number
  problem: SellingProblem | null
}

/**
 * Reads what changed of a person's orders and books since the last time, to the end, and puts off the next reading where there
 * was a problem, longer each time. Stopped anywhere, the next one goes on from the last page that was taken.
 */
export async function pollOrders(
  deps: OrderDeps,
  { userId: id, marketplace }: { userId: number; marketplace: string },
  signal: AbortSignal,
): Promise<PollResult> {
  const userId = asProgram(id)
  const startedAt = deps.clock.now()
  const result: PollResult = { orders: 0, sales: 0, unplaced: 0, bookings: 0, problem: null }
  const desk = await deps.deskOf(userId, marketplace)
  // Who never sold by that account is not told that their orders cannot be read.
  if (isProblem(desk) && !(await wasRead(deps.db, userId, marketplace))) return { ...result, problem: desk }
  const poll = await getPoll(deps.db, userId, marketplace, startedAt)
  result.problem = isProblem(desk)
    ? desk
    : ((await readOrders(deps, userId, { desk, poll, result, signal })) ??
      (await readBookings(deps, userId, { desk, poll, result, signal })))
  if (!signal.aborted) await note(deps, userId, { poll, startedAt, problem: result.problem })
  if (!signal.aborted && !isProblem(desk) && result.problem === null)
    await listen(deps, userId, { desk, poll, signal })
  return result
}

/** Sees to it that the marketplace says when something is bought; that it does not costs minutes, and no order. */
async function listen(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  { desk, poll: { marketplace, listenAt }, signal }: Omit<Reading, 'result'>,
): Promise<void> {
  const now = deps.clock.now()
  if (desk.listen === undefined || (listenAt !== null && listenAt > now)) return
  const answer = await desk.listen({ signal })
  const isTold = !isProblem(answer) && answer.value.isTold
  const untold = isTold ? null : isProblem(answer) ? answer.reason : (answer.warnings[0] ?? null)
  const again = new Date(now.getTime() + (isProblem(answer) ? listenAgainMs : listenEveryMs))
  await noteListening(deps.db, userId, marketplace, { isTold, untold, listenAt: again })
}

/** Sends a job for each of those whom a marketplace's hint may be about, of those who sell there. */
export async function pollNoticed(
  deps: Pick<OrderDeps, 'connectedSellers' | 'jobs'>,
  marketplace: string,
  userIds: readonly number[] | null,
): Promise<void> {
  const sellers = (await deps.connectedSellers()).filter(
    (one) => one.marketplace === marketplace && (userIds === null || userIds.includes(one.userId)),
  )
  await deps.jobs.sendMany(
    pollOrdersJob,
    sellers.map(({ userId }) => ({ payload: { userId, marketplace }, key: `${userId} ${marketplace}` })),
  )
}

interface Reading {
  desk: OrderDesk
  poll: StoredPoll
  result: PollResult
  signal: AbortSignal
}

async function readOrders(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  { desk, poll: { marketplace, ordersTo }, result, signal }: Reading,
): Promise<SellingProblem | null> {
  const now = deps.clock.now()
  const seller = await sellerNow(deps, userId)
  const since = sinceOf(ordersTo, now, overlapMs)
  return eachPage(signal, async (cursor) => {
    const answer = await desk.orders(since, cursor, { signal })
    if (isProblem(answer)) return answer
    await findWarnings(deps, userId, marketplace, answer.warnings)
    const { orders, next } = answer.value
    for (const order of orders) {
      result.orders++
      const taken = await takeOrFind(deps, userId, { marketplace, order, seller })
      result.sales += taken.sales
      result.unplaced += taken.unplaced
    }
    const newest = newestOf(
      orders.map(({ changedAt }) => changedAt),
      now,
    )
    if (newest !== null) await notePage(deps.db, userId, marketplace, { orders: newest })
    return next
  })
}

/** One order that cannot be taken keeps the others from nothing: it is a finding, and is tried again each night. */
export async function takeOrFind(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  asked: { marketplace: string; order: OrderThere; seller: SellerNow },
): Promise<Taken> {
  try {
    return await takeOrder(deps, userId, asked)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { marketplace, order } = asked
    deps.log.warn({ code: error.code, marketplace }, 'an order could not be taken')
    const key = `${marketplace} unreadable ${order.orderId}`
    const finding = { kind: 'unreadable', key, params: { reason: error.message } } as const
    await putFinding(deps.db, userId, marketplace, finding, { state: 'open', now: deps.clock.now() })
    return { sales: 0, unplaced: 0 }
  }
}

async function readBookings(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  { desk, poll: { marketplace, bookingsTo }, result, signal }: Reading,
): Promise<SellingProblem | null> {
  const now = deps.clock.now()
  const seller = await sellerNow(deps, userId)
  const since = sinceOf(bookingsTo, now, bookingOverlapMs)
  const moments: Date[] = []
  return eachPage(signal, async (cursor) => {
    const answer = await desk.bookings(since, cursor, { signal })
    if (isProblem(answer)) return answer
    await findWarnings(deps, userId, marketplace, answer.warnings)
    const { bookings, next } = answer.value
    await takeBookings(deps, userId, { marketplace, bookings, seller })
    result.bookings += bookings.length
    // Pages begin with the newest, and the last one may be empty.
    moments.push(...bookings.map(({ at }) => at))
    const newest = next === null ? newestOf(moments, now) : null
    if (newest !== null) await notePage(deps.db, userId, marketplace, { bookings: newest })
    return next
  })
}

/** What the marketplace sent and could not be read is the person's to look at. */
export async function findWarnings(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  marketplace: string,
  warnings: readonly string[],
): Promise<void> {
  for (const reason of new Set(warnings)) {
    const key = `${marketplace} warning ${createHash('sha256').update(reason).digest('base64url')}`
    const finding = { kind: 'unreadable', key, params: { reason } } as const
    await putFinding(deps.db, userId, marketplace, finding, { state: 'open', now: deps.clock.now() })
  }
}

/** To the last page, or the first problem. */
export async function eachPage(
  signal: AbortSignal,
  read: (cursor: string | null) => Promise<string | null | SellingProblem>,
): Promise<SellingProblem | null> {
  const seen = new Set<string>()
  for (let cursor: string | null = null; !signal.aborted; ) {
    const next = await read(cursor)
    if (next === null) return null
    if (typeof next !== 'string') return next
    if (seen.has(next) || seen.size >= pagesMax)
      return {
        outcome: 'unknown',
        reason: 'The pages that it sent lead in a circle: they are read again later.',
      }
    seen.add(next)
    cursor = next
  }
  return { outcome: 'away', reason: 'It was stopped, and goes on later.' }
}

function sinceOf(to: Date | null, now: Date, overlap: number): Date {
  const earliestMs = now.getTime() - lookBackMs
  return new Date(Math.max(earliestMs, to === null ? 0 : to.getTime() - overlap))
}

/** A clock there that is ahead must not keep from being read what changes meanwhile. */
function newestOf(moments: readonly Date[], now: Date): Date | null {
  if (moments.length === 0) return null
  const newestMs = moments.reduce((newest, at) => Math.max(newest, at.getTime()), 0)
  return new Date(Math.min(now.getTime(), newestMs))
}

async function note(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  { poll, startedAt, problem }: { poll: StoredPoll; startedAt: Date; problem: SellingProblem | null },
): Promise<void> {
  const { marketplace } = poll
  if (problem === null) {
    await endPoll(deps.db, userId, {
      ...{ marketplace, triedAt: startedAt, readAt: startedAt, problem: null, reason: null, failures: 0 },
      ...{ nextAt: new Date(startedAt.getTime() + pollEveryMs), toldAt: null },
    })
    return
  }
  const failures = poll.failures + 1
  const doubledMs = Math.min(delayMsMax, pollEveryMs * 2 ** Math.min(10, failures))
  const delayMs = Math.max(doubledMs, problem.retryAfterMs ?? 0)
  const isNews = problem.outcome === 'consent' && poll.toldAt === null
  if (isNews)
    await deps.tellConsent({ userId, marketplace, reason: problem.reason, since: poll.readAt ?? startedAt })
  await endPoll(deps.db, userId, {
    ...{ marketplace, triedAt: startedAt, readAt: null, problem: problem.outcome, reason: problem.reason },
    ...{
      failures,
      nextAt: new Date(startedAt.getTime() + delayMs),
      toldAt: isNews ? startedAt : poll.toldAt,
    },
  })
}
