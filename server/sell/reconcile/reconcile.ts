import { type Authorized, asProgram } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { AdThere, SellingProblem } from '../../model/selling.ts'
import { isProblem } from '../api-posts/desk.ts'
import { lookAtApiPostOf } from '../api-posts/post-store.ts'
import { getPost, holdItem, holdPost, updatePost } from '../item-store.ts'
import type { OrderDeps, OrderDesk } from '../orders/deps.ts'
import { reconcileSellerJob } from '../orders/jobs.ts'
import type { ReconcileInput } from '../orders/order-schema.ts'
import { linesOfOrder, oddBookings } from '../orders/order-store.ts'
import { eachPage, findWarnings, lookBackMs, takeOrFind } from '../orders/poll-orders.ts'
import { sellerNow } from '../orders/seller-now.ts'
import { takeBookings } from '../orders/take-bookings.ts'
import type { FindingKind } from './finding-kinds.ts'
import { type Finding, goneBut, putFinding } from './finding-store.ts'
import { type ComparedPost, postsToCompare, salesNotShown, salesOfOrders } from './reconcile-store.ts'

/** At the same time at one marketplace: its limits are of the day, its answers take a tenth of a second. */
const readsAtOnce = 16
const rowsAtOnce = 500
const hourMs = 3_600_000
/** An order may come after its bookings. */
const waitsMs = 72 * hourMs
/** Fees are of the tax too, of which nothing is known here: so much is no news. */
const feeNewsCents = 100
const feeNewsPart = 0.1

export interface Reconciled {
  marketplace: string
  calls: { read: number; orders: number; bookings: number }
  orders: number
  bookings: number
  posts: number
  found: Partial<Record<FindingKind, number>>
  repaired: number
  problem: SellingProblem | null
}

/** Sends the comparison of everybody who connected an account. */
export async function reconcileSellers(deps: OrderDeps): Promise<void> {
  await sendAll(deps, await deps.connectedSellers())
}

const sendAll = (deps: OrderDeps, sellers: readonly { userId: number; marketplace: string }[]) =>
  deps.jobs.sendMany(
    reconcileSellerJob,
    sellers.map(({ userId, marketplace }) => ({
      payload: { userId, marketplace },
      key: `${userId} ${marketplace}`,
    })),
  )

/** The person's own, now. */
export async function reconcileNow(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  { marketplace }: ReconcileInput,
): Promise<{ marketplaces: string[] }> {
  const own = await ownSellers(deps, userId, marketplace)
  await sendAll(deps, own)
  return { marketplaces: own.map((one) => one.marketplace) }
}

export async function ownSellers(
  deps: OrderDeps,
  userId: Authorized<'read'>,
  marketplace?: string,
): Promise<{ userId: number; marketplace: string }[]> {
  const own = (await deps.connectedSellers()).filter(
    (one) => one.userId === userId && (marketplace === undefined || one.marketplace === marketplace),
  )
  if (marketplace !== undefined && own.length === 0)
    throw notFound('connected account whose orders can be read')
  return own
}

/**
 * Compares a person's posts, orders and books of ninety days with the marketplace. What is missing here is taken over and a post
 * that ended there is ended here, both logged as repaired; every other difference is a finding, and one that is no more is gone.
 */
export async function reconcile(
  deps: OrderDeps,
  { userId: id, marketplace }: { userId: number; marketplace: string },
  signal: AbortSignal,
): Promise<Reconciled> {
  const userId = asProgram(id)
  const result: Reconciled = {
    ...{ marketplace, calls: { read: 0, orders: 0, bookings: 0 }, orders: 0, bookings: 0, posts: 0 },
    ...{ found: {}, repaired: 0, problem: null },
  }
  const desk = await deps.deskOf(userId, marketplace)
  if (isProblem(desk)) return { ...result, problem: desk }
  const run: Run = { deps, userId, marketplace, desk, signal, result, keys: new Map() }
  result.problem = (await compareOrders(run)) ?? (await compareBooks(run)) ?? (await comparePosts(run))
  return result
}

interface Run {
  deps: OrderDeps
  userId: Authorized<'write'>
  marketplace: string
  desk: OrderDesk
  signal: AbortSignal
  result: Reconciled
  keys: Map<FindingKind, string[]>
}

async function find(run: Run, finding: Finding, state: 'open' | 'repaired' = 'open'): Promise<void> {
  const { deps, userId, marketplace, result, keys } = run
  await putFinding(deps.db, userId, marketplace, finding, { state, now: deps.clock.now() })
  result.found[finding.kind] = (result.found[finding.kind] ?? 0) + 1
  if (state === 'repaired') result.repaired++
  if (!keys.has(finding.kind)) keys.set(finding.kind, [])
  keys.get(finding.kind)!.push(finding.key)
}

/** Findings of these kinds that were looked for and not found are so no more. */
async function closeOthers({ deps, userId, marketplace, keys }: Run, kinds: readonly FindingKind[]) {
  const found = kinds.flatMap((kind) => keys.get(kind) ?? [])
  await goneBut(deps.db, userId, { marketplace, kinds, keys: found, now: deps.clock.now() })
}

const sinceOf = ({ deps }: Run) => new Date(deps.clock.now().getTime() - lookBackMs)

async function compareOrders(run: Run): Promise<SellingProblem | null> {
  const { deps, userId, marketplace, desk, signal, result } = run
  const [since, startedAt] = [sinceOf(run), deps.clock.now()]
  const seller = await sellerNow(deps, userId)
  const problem = await eachPage(signal, async (cursor) => {
    result.calls.orders++
    const answer = await desk.orders(since, cursor, { signal })
    if (isProblem(answer)) return answer
    await findWarnings(deps, userId, marketplace, answer.warnings)
    for (const order of answer.value.orders) {
      result.orders++
      const of = { marketplace, orderId: order.orderId }
      const isKnown = (await linesOfOrder(deps.db, userId, of)).length > 0
      await takeOrFind(deps, userId, { marketplace, order, seller })
      if (isKnown || order.lines.length === 0) continue
      const [line] = await linesOfOrder(deps.db, userId, of)
      const { title } = order.lines[0]!
      const about = { saleId: line?.saleId ?? null, orderLineId: line?.id ?? null }
      await find(
        run,
        {
          ...{ kind: 'order-was-missing', key: `${marketplace} was missing ${order.orderId}`, ...about },
          params: { title, order: order.orderId },
        },
        'repaired',
      )
    }
    return answer.value.next
  })
  if (problem !== null) return problem
  for (const sale of await salesNotShown(deps.db, userId, { marketplace, since, seenBefore: startedAt }))
    await find(run, {
      ...{ kind: 'sale-not-there', key: `${marketplace} not there ${sale.saleId}` },
      ...{ saleId: sale.saleId, itemId: sale.itemId },
      params: { title: sale.title, order: sale.reference },
    })
  await closeOthers(run, ['sale-not-there'])
  return null
}

async function compareBooks(run: Run): Promise<SellingProblem | null> {
  const { deps, userId, marketplace, desk, signal, result } = run
  const since = sinceOf(run)
  const seller = await sellerNow(deps, userId)
  const problem = await eachPage(signal, async (cursor) => {
    result.calls.bookings++
    const answer = await desk.bookings(since, cursor, { signal })
    if (isProblem(answer)) return answer
    await findWarnings(deps, userId, marketplace, answer.warnings)
    const { bookings, next } = answer.value
    await takeBookings(deps, userId, { marketplace, bookings, seller })
    result.bookings += bookings.length
    return next
  })
  if (problem !== null) return problem
  const before = new Date(deps.clock.now().getTime() - waitsMs)
  for (const { bookingId, orderId, cents, currency, note, kind, isUnknown } of await oddBookings(
    deps.db,
    userId,
    { marketplace, before },
  ))
    await find(run, {
      kind: isUnknown ? 'booking-unknown' : 'booking-waits',
      key: `${marketplace} booking ${bookingId}`,
      params: { thereCents: cents, currency, ...(isUnknown ? { note: note || kind } : { order: orderId }) },
    })
  await compareSales(run)
  await closeOthers(run, ['booking-unknown', 'booking-waits', 'refund-above', 'fee-differs'])
  return null
}

async function compareSales(run: Run): Promise<void> {
  const { deps, userId, marketplace } = run
  for (let afterId = 0; ; ) {
    const asked = { marketplace, since: sinceOf(run), afterId, limit: rowsAtOnce }
    const sales = await salesOfOrders(deps.db, userId, asked)
    for (const sale of sales) {
      const { saleId, itemId, title, currency, refundedCents, paidCents, expectedCents, bookedCents } = sale
      if (refundedCents > paidCents)
        await find(run, {
          ...{ kind: 'refund-above', key: `${marketplace} refund ${saleId}`, saleId, itemId },
          params: { title, refundCents: refundedCents, paidCents, currency },
        })
      if (expectedCents !== null && bookedCents !== null && isFeeNews(expectedCents, bookedCents))
        await find(run, {
          ...{ kind: 'fee-differs', key: `${marketplace} fee ${saleId}`, saleId, itemId },
          params: { title, hereCents: expectedCents, thereCents: bookedCents, currency },
        })
    }
    if (sales.length < rowsAtOnce) return
    afterId = sales.at(-1)!.saleId
  }
}

const isFeeNews = (expected: number, booked: number) =>
  Math.abs(expected - booked) > Math.max(feeNewsCents, feeNewsPart * expected)

async function comparePosts(run: Run): Promise<SellingProblem | null> {
  const { deps, userId, marketplace } = run
  for (let afterId = 0; ; ) {
    const asked = { marketplace, since: sinceOf(run), afterId, limit: rowsAtOnce }
    const posts = await postsToCompare(deps.db, userId, asked)
    const problem = await readAll(run, posts)
    if (problem !== null) return problem
    if (posts.length < rowsAtOnce) break
    afterId = posts.at(-1)!.postId
  }
  const kinds = ['not-there', 'still-there', 'price-differs', 'quantity-differs'] as const
  await closeOthers(run, kinds)
  return null
}

/** Some at a time; the first problem ends it, since what was not read is not known. */
async function readAll(run: Run, posts: readonly ComparedPost[]): Promise<SellingProblem | null> {
  const waiting = posts.values()
  let problem: SellingProblem | null = null
  const reader = async () => {
    for (const post of waiting) {
      if (problem !== null || run.signal.aborted) return
      run.result.calls.read++
      const site = post.site ?? run.deps.sellingPlaces.get(run.marketplace)?.sites[0]?.id ?? ''
      const answer = await run.desk.read(post.sku, site, { signal: run.signal })
      if (isProblem(answer)) problem = answer
      else await comparePost(run, post, answer.value)
    }
  }
  await Promise.all(Array.from({ length: readsAtOnce }, reader))
  run.result.posts += posts.length
  return run.signal.aborted ? { outcome: 'away', reason: 'It was stopped.' } : problem
}

async function comparePost(run: Run, post: ComparedPost, there: AdThere | null): Promise<void> {
  const { marketplace } = run
  const { postId, itemId, title } = post
  const of = { postId, itemId }
  const isLive = there?.state === 'live'
  const about = (kind: FindingKind) => ({ kind, key: `${marketplace} ${kind} ${postId}`, ...of })
  if (post.state === 'ended') {
    if (isLive) await find(run, { ...about('still-there'), params: { title } })
    return
  }
  if (there === null) return find(run, { ...about('not-there'), params: { title } })
  if (!isLive) {
    // A thing that waits to be taken down, or stands: nobody can buy it there any more.
    await endHere(run.deps, run.userId, postId)
    return find(run, { ...about('ended-there'), params: { title } }, 'repaired')
  }
  if (post.state === 'end-asked') return
  if (post.priceCents !== null && (there.priceCents !== post.priceCents || there.currency !== post.currency))
    await find(run, {
      ...about('price-differs'),
      params: {
        ...{ title, hereCents: post.priceCents, currency: post.currency },
        ...{ thereCents: there.priceCents, thereCurrency: there.currency },
      },
    })
  if (there.quantity > post.left)
    await find(run, {
      ...about('quantity-differs'),
      params: { title, here: post.left, there: there.quantity },
    })
}

/** In the person's books only: there it has ended, which the ad that the program posted reads for itself. */
export async function endHere(deps: OrderDeps, userId: Authorized<'write'>, postId: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const known = await getPost(tx, userId, postId)
    if (known === null) return
    await holdItem(tx, userId, known.itemId)
    const post = await holdPost(tx, userId, postId)
    if (post === null || post.state === 'ended') return
    const now = deps.clock.now()
    await updatePost(tx, userId, { ...post, state: 'ended', endAskedAt: null, endedAt: now })
    await lookAtApiPostOf(tx, userId, postId, now)
  })
}
