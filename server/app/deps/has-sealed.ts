import { hasSealedFactors } from '../../accounts/factors/factor-store.ts'
import type { Db } from '../../core/db.ts'
import { hasSealedMailboxes } from '../../mailbox/store.ts'
import { hasSealedChannels } from '../../notify/store.ts'
import { hasSealedAccounts } from '../../sources/connections/connection-store.ts'
import { hasSealedSources } from '../../sources/store.ts'

/** Whether anything in the database needs the key that sealed it. */
export async function hasSealed(db: Db): Promise<boolean> {
  const sealed = [
    ...[hasSealedSources, hasSealedChannels, hasSealedFactors, hasSealedAccounts],
    hasSealedMailboxes,
  ]
  for (const has of sealed) if (await has(db)) return true
  return false
}
