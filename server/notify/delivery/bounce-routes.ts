import { z } from 'zod'
import { isSignedId } from '../../channels/signed-id.ts'
import { asProgram } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { bouncesSchema } from '../schema.ts'
import { holdChannelSettings, sentAs } from '../store.ts'
import { type ChannelDeps, settingsOrProblem, switchOff } from '../targets/channels.ts'
import { bounceUnitsMax, parseBounces } from './bounces.ts'

/** What became of a mail from the bounce mailbox. */
export interface BounceReport {
  /** Receivers that it tells of. */
  found: number
  /** Targets that were switched off because of it. */
  switchedOff: number
}

/**
 * Takes a mail from a bounce mailbox. Anybody can send such a mail, so it counts only where the id of the mail that came
 * back is signed for that receiver, and it is one that was sent, to the very address that the person still has; then a
 * dead address is switched off.
 */
export async function takeBounce(deps: ChannelDeps, raw: string): Promise<BounceReport> {
  const bounces = parseBounces(raw)
  let switchedOff = 0
  for (const { messageId, recipient, permanent, reason } of bounces) {
    if (messageId === null || recipient === null || !permanent) continue
    if (!isSignedId(deps.secrets, messageId, recipient)) continue
    const sent = await sentAs(deps.db, messageId)
    if (sent === null) continue
    // The id of the message is signed, and it says whose it was.
    const userId = asProgram(sent.userId)
    await deps.db.transaction(async (tx) => {
      const row = await holdChannelSettings(tx, userId, sent.channel)
      const settings = row && settingsOrProblem(deps, userId, row).settings
      const isTheirs = Object.values(settings ?? {}).some(
        (value) => typeof value === 'string' && value.toLowerCase() === recipient.toLowerCase(),
      )
      if (!isTheirs || row?.offAt) return
      await switchOff(deps, tx, sent, reason)
      switchedOff++
    })
  }
  return { found: bounces.length, switchedOff }
}

/** `POST /api/bounces`: the raw mail, as a mail server pipes it or a bounce mailbox is read. */
export function bounceRoutes(server: Http, deps: ChannelDeps): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      'message/rfc822',
      { parseAs: 'string', bodyLimit: bounceUnitsMax },
      (_request, body, done) => done(null, body),
    )
    const http = scope as unknown as Http
    http.post(
      '/api/bounces',
      {
        // A mail server has no account; what it brings names by a signature what it is about.
        config: { access: 'open' },
        schema: {
          tags: ['notifications'],
          consumes: ['message/rfc822'],
          body: z
            .string()
            .meta({ example: 'From: mailer-daemon@example.com\r\nSubject: failure notice\r\n\r\n…' }),
          response: { 200: bouncesSchema },
        },
      },
      async ({ body }) => takeBounce(deps, body),
    )
  })
}
