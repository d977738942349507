import type { Tx } from '../core/db.ts'
import { say } from '../model/sentences/sentences.ts'
import type { MailTold } from '../sell/deps.ts'
import { placeName, type TellSellerDeps, tellSellers } from './tell-sellers.ts'

/** In the transaction that took a mail: what of it only its seller can settle, told once. */
export async function tellMail(deps: TellSellerDeps, tx: Tx, told: MailTold): Promise<void> {
  const { userId, marketplace, title, kind, key } = told
  const place = placeName(deps, marketplace)
  await tellSellers(deps, tx, [
    kind === 'sale'
      ? {
          ...{ userId, key: `task-mail-sale:${key}` },
          title: say('task-mail-sale', { title, place }),
          lines: [say('task-mail-answer')],
        }
      : {
          ...{ userId, key: `task-mail-cancelled:${key}` },
          title: say('task-mail-cancelled', { title, place }),
          lines: [say('task-mail-look', { place })],
        },
  ])
}
