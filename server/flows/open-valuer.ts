import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import { compsSince } from '../listings/changes-store.ts'
import type { Learn } from '../scoring/price-model/learn.ts'
import { createValuer, type Valuer } from '../scoring/value/valuer.ts'

/** The valuer over this process's index of priced listings. */
export function openValuer(deps: {
  clock: Clock
  log: Log
  /** How many comparables are held. */
  capacity: number
  /** Of what was not heard of for longer nothing is learned. */
  heardForMs: number
  /** Whether a marketplace's prices may be evidence. */
  compsAllowed(marketplace: string): boolean
  learn: Learn
  learned(): void
}): Valuer {
  const { clock, log, capacity, learn, learned } = deps
  return createValuer({
    ...{ clock, log, capacity, learn, learned },
    async observationsSince(sql, { mark, except }, take) {
      const heardSince = new Date(clock.now().getTime() - deps.heardForMs)
      const upToXid = await compsSince(sql, { xid: mark ?? '0', except }, capacity, heardSince, (rows) =>
        take(
          rows.map(({ id, isOnTheMarket, ...row }) => ({
            ...row,
            listingId: id,
            usable: !isOnTheMarket && (row.demo || deps.compsAllowed(row.marketplace)),
          })),
        ),
      )
      return { mark: upToXid }
    },
  })
}
