import type { Audit } from '../core/audit.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import type { Log } from '../core/log.ts'
import type { Secrets } from '../core/secrets.ts'
import { sellerKey } from '../core/seller-key.ts'
import { forgetSellers } from '../listings/retention-store.ts'
import { lockMarketplaces } from '../listings/store.ts'
import type { DeletionNotice } from '../marketplaces/account-contract.ts'
import { forgetBuyers } from '../sell/orders/order-store.ts'
import { deleteAccountsOfRemote } from '../sources/connections/connection-store.ts'
import { beginDeletion, endDeletion } from '../sources/connections/deletion-store.ts'

export interface ForgetRemotePersonDeps {
  db: Db
  clock: Clock
  log: Log
  secrets: Pick<Secrets, 'sign'>
  audit: Audit
}

/**
 * Somebody's account at a marketplace was deleted there: what is held of them goes, all or nothing, once for each notice
 * however often it comes. What is left is that there was a notice, and of how much.
 */
export async function forgetRemotePerson(
  { db, clock, log, secrets, audit }: ForgetRemotePersonDeps,
  marketplace: string,
  { id, person }: DeletionNotice,
): Promise<void> {
  const row = {
    ...{ marketplace, notificationId: id, receivedAt: clock.now() },
    personHash: secrets.sign(person.id, 'deleted person'),
  }
  const done = await db.transaction(async (tx) => {
    if (!(await beginDeletion(tx, row))) return null
    // A page on its way would write the seller again, as it read the listing before.
    await lockMarketplaces(tx, [marketplace])
    const accounts = await deleteAccountsOfRemote(tx, marketplace, person)
    // Sites show the id in place of the name to more and more people.
    const keys = [sellerKey(person.name), sellerKey(person.id)].filter((key) => key !== null)
    const listings = await forgetSellers(tx, marketplace, keys)
    const orders = await forgetBuyers(tx, marketplace, [person.name, person.id])
    await endDeletion(tx, row, { accounts, listings, at: clock.now() })
    await audit.note(tx, {
      ...{ what: 'marketplace-person-forgotten', person: null },
      details: { marketplace, connections: accounts, listings, orders },
    })
    return { accounts, listings, orders }
  })
  log.info(
    { marketplace, ...done },
    done === null ? 'a notice of a deleted account came again' : 'a notice of a deleted account was done',
  )
}
