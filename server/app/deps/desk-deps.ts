import type { Authorized } from '../../core/actor.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { AppError } from '../../core/errors.ts'
import type { MarketplaceSelling } from '../../marketplaces/selling-contract.ts'
import type { NoteCall, SellingProblem } from '../../model/selling.ts'
import { insertCall, writeAnswer } from '../../sell/api-posts/call-store.ts'
import type { Desk, DeskContext, DeskDeps } from '../../sell/api-posts/desk.ts'
import { accessToken } from '../../sources/connections/access.ts'
import { type ConnectionDeps, viewConnection } from '../../sources/connections/connections.ts'
import { accountContext } from '../../sources/context.ts'

/** Longer than an adapter waits for its slowest call, a photo. */
const stepMs = 120_000

const stepNames = [
  ...(['preflight', 'suggestCategories', 'categoryForm', 'uploadPhoto', 'putItem', 'putOffer'] as const),
  ...(['fees', 'publish', 'revise', 'end', 'read', 'orders', 'bookings', 'ship'] as const),
  ...(['offerToWatchers', 'putLocation', 'listen'] as const),
] as const satisfies readonly (keyof Desk)[]

type AnyStep = (...args: unknown[]) => Promise<unknown>

/** What can be done in people's names at marketplaces to which they connected their accounts. */
export function deskDepsOf(deps: ConnectionDeps): DeskDeps {
  const able = [...deps.marketplaces.values()].flatMap(({ id, name, selling }) =>
    selling === undefined ? [] : [{ id, name, selling }],
  )
  const sellingOf = new Map(able.map((one) => [one.id, one]))
  return {
    sellingPlaces: new Map(able.map(({ id, name, selling: { sites } }) => [id, { id, name, sites }])),
    async deskOf(userId, marketplace) {
      const place = sellingOf.get(marketplace)
      if (place === undefined)
        return {
          outcome: 'refused',
          reason: `Ads cannot be posted by an API of ${marketplace}: write them in its form.`,
        }
      const { scopesMissing } = await missing(deps, userId, place)
      if (scopesMissing.length > 0)
        return {
          outcome: 'consent',
          reason: `The connected ${place.name} account does not allow to sell in your name: connect it again under /sources.`,
        }
      const token = await tokenOf(deps, userId, marketplace)
      return typeof token === 'string' ? boundDesk(deps, userId, place) : token
    },
  }
}

async function missing(
  deps: ConnectionDeps,
  userId: Authorized<'read'>,
  { id, selling }: { id: string; selling: MarketplaceSelling },
): Promise<{ scopesMissing: string[] }> {
  const { state, scopes } = await viewConnection(deps, userId, id)
  // Whoever has no account connected is told that instead.
  if (state !== 'connected') return { scopesMissing: [] }
  return { scopesMissing: selling.scopes.filter((scope) => !scopes.includes(scope)) }
}

function boundDesk(
  deps: ConnectionDeps,
  userId: Authorized<'write'>,
  { id, selling }: { id: string; selling: MarketplaceSelling },
): Desk {
  const bound = (name: (typeof stepNames)[number]): AnyStep => {
    const step = (selling[name] as AnyStep).bind(selling)
    return async (...args) => {
      const { signal, apiPostId = null } = args.pop() as DeskContext
      // It may have run out since the step before.
      const token = await tokenOf(deps, userId, id)
      if (typeof token !== 'string') return token
      const limit = AbortSignal.any([signal, AbortSignal.timeout(stepMs)])
      const note = notesOf(deps, userId, { marketplace: id, apiPostId })
      return step(...args, { ...accountContext(deps, id, limit), accessToken: token, note })
    }
  }
  // What a marketplace does not need it does not have.
  const able = stepNames.filter((name) => selling[name] !== undefined)
  return Object.fromEntries(able.map((name) => [name, bound(name)])) as unknown as Desk
}

/** Writes calls into the person's ledger; what cannot be written is not sent. */
function notesOf(
  { db, clock }: { db: Db; clock: Clock },
  userId: Authorized<'write'>,
  about: { marketplace: string; apiPostId: number | null },
): NoteCall {
  return async (call) => {
    const id = await insertCall(db, userId, { ...about, call, at: clock.now() })
    const startedAt = performance.now()
    return (answer) =>
      writeAnswer(db, userId, id, { answer, at: clock.now(), ms: performance.now() - startedAt })
  }
}

/** A good token, or why there is none. */
async function tokenOf(
  deps: ConnectionDeps,
  userId: Authorized<'read'>,
  marketplace: string,
): Promise<string | SellingProblem> {
  try {
    return await accessToken(deps, userId, marketplace)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'marketplace-away')
      return {
        ...{ outcome: 'away', reason: error.message },
        ...(error.retryAfterS !== undefined && { retryAfterMs: error.retryAfterS * 1000 }),
      }
    if (error.code === 'account-not-connected' || error.code === 'account-needs-consent')
      return { outcome: 'consent', reason: error.message }
    throw error
  }
}
