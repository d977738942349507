import type { SealedColumn } from '../core/sealed-column.ts'

/** Binds what is sealed of a mailbox to whose it is. */
export function sealContext(userId: number): string {
  return `mailbox of ${userId}`
}

/** Passwords and refresh tokens, by the mailbox's key in the database. */
export const sealedAccess: SealedColumn = {
  table: 'mailboxes',
  column: 'access',
  key: ['id', 'user_id'],
  contextOf: (_id, userId) => sealContext(Number(userId)),
}
