import type { z } from 'zod'
import type { accountSchema } from '../schema.ts'
import type { StoredAccount } from './account-store.ts'

/** Another one once the role or the state is another: by it a change is meant for what was read. */
export function versionOf({ role, disabledAt }: Pick<StoredAccount, 'role' | 'disabledAt'>): string {
  return disabledAt === null ? role : `${role}-off-${disabledAt.getTime()}`
}

export function accountView({
  createdAt,
  lastSeenAt,
  disabledAt,
  ...account
}: StoredAccount): z.input<typeof accountSchema> {
  return {
    ...account,
    disabled: disabledAt !== null,
    version: versionOf({ role: account.role, disabledAt }),
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  }
}
