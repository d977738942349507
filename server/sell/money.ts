import type { Authorized } from '../core/actor.ts'
import { badInput, notFound } from '../core/errors.ts'
import { page, turnOf } from '../core/paging.ts'
import type { SellDeps } from './deps.ts'
import { holdItem } from './item-store.ts'
import { checkCurrency } from './items.ts'
import { deleteTypedMoney, getSale, insertMoney, listMoney } from './sale-store.ts'
import type { MoneyInput, MoneyQuery, MoneyView } from './schema.ts'

/** An amount of one's own: what a thing cost, a label, boxes, a drive. */
export async function addMoney(
  deps: SellDeps,
  userId: Authorized<'write'>,
  input: MoneyInput,
): Promise<MoneyView> {
  checkCurrency(input.currency)
  const onDate = input.onDate ?? (await deps.today(userId))
  return deps.db.transaction(async (tx) => {
    const sale = input.saleId === null ? null : await getSale(tx, userId, input.saleId)
    if (input.saleId !== null && sale === null) throw notFound('sale')
    const itemId = input.itemId ?? sale?.itemId ?? null
    if (sale !== null && itemId !== sale.itemId)
      throw badInput('That sale is of another item.', { itemId: `is not the item of sale ${sale.id}` })
    if (itemId !== null && (await holdItem(tx, userId, itemId)) === null) throw notFound('item')
    const { kind, cents, currency, note, saleId } = input
    const row = { itemId, saleId, kind, cents, currency, onDate, source: 'typed' as const, note }
    const [id] = await insertMoney(tx, userId, [row], deps.clock.now())
    return { id: id!, ...row, isEstimate: false }
  })
}

/** Only what you typed or imported; what a rule or a marketplace put down stays. */
export async function removeMoney(deps: SellDeps, userId: Authorized<'write'>, id: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (!(await deleteTypedMoney(tx, userId, id))) throw notFound('amount of yours')
  })
}

export async function moneyPage(deps: SellDeps, userId: Authorized<'read'>, query: MoneyQuery) {
  const turn = turnOf(`money ${query.itemId ?? ''}`, query, ['string', 'number'])
  const rows = await listMoney(deps.db, userId, {
    ...{ itemId: query.itemId ?? null, limit: query.limit + 1 },
    from: turn.at && { onDate: turn.at[0], id: turn.at[1], isBack: turn.isBack },
  })
  return page(
    rows,
    turn,
    (row) => [row.onDate, row.id],
    (row) => row,
  )
}
