import type { Tx } from '../core/db.ts'
import { say } from '../model/sentences/sentences.ts'
import type { SoldOut } from '../sell/deps.ts'
import { placeName, type SellerTask, type TellSellerDeps, tellSellers } from './tell-sellers.ts'

/** In the transaction of a sale: what its seller has to do now, told once. */
export async function tellSold(deps: TellSellerDeps, tx: Tx, sold: SoldOut): Promise<void> {
  const { userId, title, saleId, marketplace, ends, tooMany } = sold
  const place = placeName(deps, marketplace)
  const drafts: SellerTask[] = []
  if (ends.length > 0)
    drafts.push({
      ...{ userId, key: `task-sold:${saleId}` },
      title: say('task-sold', { title, place, count: ends.length }),
      lines: [
        ...ends.map((post) =>
          say('task-take-down', { place: placeName(deps, post.marketplace), url: post.url }),
        ),
        say('task-done'),
      ],
    })
  if (tooMany > 0)
    drafts.push({
      ...{ userId, key: `task-oversold:${saleId}` },
      title: say('task-oversold', { title }),
      lines: [say('task-call-off', { place })],
    })
  await tellSellers(deps, tx, drafts)
}
