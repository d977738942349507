import type { Tx } from '../core/db.ts'
import { namedMax } from '../core/live-schema.ts'
import { tellLiveNow } from '../core/live-store.ts'

/** Of these things, stock, ads, orders or sales are other than before: whoever looks at them reads them again. */
export function tellChanged(tx: Tx, userId: number, itemIds: readonly number[]): Promise<void> {
  const data = { itemIds: [...new Set(itemIds)].slice(0, namedMax) }
  return tellLiveNow(tx, [{ userId, kind: 'sell-changed', data }])
}
