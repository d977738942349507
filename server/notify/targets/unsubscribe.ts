import { z } from 'zod'
import { AppError } from '../../core/errors.ts'
import type { Secrets } from '../../core/secrets.ts'

/** Whose messages on which channel one POST ends. */
export interface Unsubscription {
  userId: number
  channel: string
}

const context = 'unsubscribe'
const contentSchema = z.tuple([z.int().positive(), z.string().min(1).max(60)])

/** The last part of a one-click address (RFC 8058): only this installation can make one, and it never expires. */
export function unsubscribeToken(secrets: Pick<Secrets, 'seal'>, of: Unsubscription): string {
  return secrets.seal(JSON.stringify([of.userId, of.channel]), context)
}

/** What a token ends; throws AppError `unsubscribe-link-invalid` for one that was cut, changed or made elsewhere. */
export function openUnsubscribeToken(secrets: Pick<Secrets, 'open'>, token: string): Unsubscription {
  try {
    const [userId, channel] = contentSchema.parse(JSON.parse(secrets.open(token.slice(0, 1000), context)))
    return { userId, channel }
  } catch (error) {
    throw new AppError({
      code: 'unsubscribe-link-invalid',
      status: 400,
      message:
        'This link to end messages is not whole or was changed: open it again from the message, or switch the channel off in the settings of Deal Scout.',
      cause: error,
    })
  }
}
