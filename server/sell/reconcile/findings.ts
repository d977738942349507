import type { Authorized } from '../../core/actor.ts'
import { conflict, notFound } from '../../core/errors.ts'
import { page, turnOf } from '../../core/paging.ts'
import type { Catalogue, Said } from '../../model/sentences/said.ts'
import { findingSentences } from '../../model/sentences/sell-sentences.ts'
import { getPost, holdPost, updatePost } from '../item-store.ts'
import type { OrderDeps } from '../orders/deps.ts'
import type { FindingPatch, FindingQuery, FindingView } from '../orders/order-schema.ts'
import { placeOrderLine } from '../orders/orders.ts'
import { answerMail } from '../sale-mails/answer-mail.ts'
import type { FindingKind } from './finding-kinds.ts'
import { holdFinding, listFindings, type StoredFinding, settleFinding } from './finding-store.ts'
import { endHere } from './reconcile.ts'

/** What one press puts right here, as it is there. Ads there are changed and ended where they are posted. */
const repairable: ReadonlySet<FindingKind> = new Set(['order-not-in-stock', 'not-there', 'price-differs'])
/** What a mail left open: the person says it. */
const answerable: ReadonlySet<FindingKind> = new Set(['mail-sale', 'mail-no-price'])

export async function findingPage(deps: OrderDeps, userId: Authorized<'read'>, query: FindingQuery) {
  const turn = turnOf(`findings ${query.all}`, query, ['number'])
  const rows = await listFindings(deps.db, userId, {
    ...{ open: !query.all, limit: query.limit + 1 },
    from: turn.at && { id: turn.at[0], isBack: turn.isBack },
  })
  return page(rows, turn, ({ id }) => [id], findingView)
}

function saidOf(kind: FindingKind, params: StoredFinding['params']): Said {
  const code = `finding-${kind}` as const
  const catalogue: Catalogue = findingSentences
  return { sentence: catalogue[code]!(params), code, params }
}

function findingView({ key: _, params, foundAt, settledAt, ...finding }: StoredFinding): FindingView {
  return {
    ...finding,
    said: saidOf(finding.kind, params),
    canRepair:
      finding.state === 'open' &&
      // Without a suggestion only the person can say which thing it is.
      (repairable.has(finding.kind) || (finding.kind === 'mail-sale' && finding.itemId !== null)),
    foundAt: foundAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }
}

/** Settles an open finding; one that is settled stays so. */
export async function settleOne(
  deps: OrderDeps,
  userId: Authorized<'write'>,
  id: number,
  { state, ...answer }: FindingPatch,
): Promise<FindingView> {
  const found = await deps.db.transaction((tx) => holdFinding(tx, userId, id))
  if (found === null) throw notFound('finding')
  if (found.state !== 'open') return findingView(found)
  if (state === 'repaired' && answerable.has(found.kind))
    return findingView(await answerMail(deps, userId, id, answer))
  if (state === 'repaired') await repair(deps, userId, found)
  return deps.db.transaction(async (tx) => {
    await settleFinding(tx, userId, id, { state, now: deps.clock.now() })
    return findingView((await holdFinding(tx, userId, id))!)
  })
}

async function repair(deps: OrderDeps, userId: Authorized<'write'>, finding: StoredFinding): Promise<void> {
  const { kind, orderLineId, postId, params } = finding
  if (kind === 'order-not-in-stock' && orderLineId !== null)
    await placeOrderLine(deps, userId, orderLineId, {})
  else if (kind === 'not-there' && postId !== null) await endHere(deps, userId, postId)
  else if (kind === 'price-differs' && postId !== null)
    await deps.db.transaction(async (tx) => {
      const post = (await getPost(tx, userId, postId)) && (await holdPost(tx, userId, postId))
      if (!post) throw notFound('post')
      const { thereCents, thereCurrency } = params
      await updatePost(tx, userId, {
        ...post,
        priceCents: Number(thereCents),
        currency: String(thereCurrency),
      })
    })
  else
    throw conflict(
      'finding-by-hand',
      'That cannot be put right from here: look at it on the marketplace, then dismiss it.',
    )
}
