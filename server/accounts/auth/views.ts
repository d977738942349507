import type { z } from 'zod'
import type { accountSchema } from '../schema.ts'
import type { StoredAccount } from './account-store.ts'

export function accountView({
  createdAt,
  lastSeenAt,
  disabledAt,
  ...account
}: StoredAccount): z.input<typeof accountSchema> {
  return {
    ...account,
    disabled: disabledAt !== null,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  }
}
