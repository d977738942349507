import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { deleteSessionCookie } from 'better-auth/cookies'
import { generateRandomString } from 'better-auth/crypto'
import { halfSession } from '../auth/session-cookie.ts'

/**
 * Does after a passkey what the library does after a password, where a person wants that: takes the session back and
 * leaves half a one, which only a code makes whole.
 */
export function codeAfterPasskey(wantsCode: (userId: number) => Promise<boolean>) {
  return {
    id: 'code-after-passkey',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/passkey/verify-authentication',
          handler: createAuthMiddleware(async (ctx) => {
            const made = ctx.context.newSession
            if (!made || !(await wantsCode(Number(made.user.id)))) return
            const { internalAdapter, secret } = ctx.context
            deleteSessionCookie(ctx)
            await internalAdapter.deleteSession(made.session.token)
            ctx.context.setNewSession(null)
            const identifier = `${halfSession.prefix}${generateRandomString(20)}`
            const expiresAt = new Date(Date.now() + halfSession.maxAgeS * 1000)
            const rows = { [identifier]: made.user.id, [`2fa-attempts-${identifier}`]: '0' }
            for (const [name, value] of Object.entries(rows))
              await internalAdapter.createVerificationValue({ identifier: name, value, expiresAt })
            const cookie = ctx.context.createAuthCookie(halfSession.cookie, { maxAge: halfSession.maxAgeS })
            await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes)
            return ctx.json({ twoFactorRedirect: true })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
