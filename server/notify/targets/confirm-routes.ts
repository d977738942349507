import { z } from 'zod'
import { asProgram } from '../../core/actor.ts'
import { AppError } from '../../core/errors.ts'
import type { Http } from '../../core/http.ts'
import { noticePage, noticeStyle, noticeStyleUrl } from '../../core/notice-page.ts'
import { tokenParam } from '../schema.ts'
import { switchOff } from './channels.ts'
import { openUnsubscribeToken } from './unsubscribe.ts'
import { confirmChannel, confirmContext, type VerificationDeps } from './verification.ts'

/** Whose channel it is, and the secret that was sent to its target. */
const linkSchema = z.tuple([z.int().positive(), z.string().min(1).max(60), z.string().min(1).max(100)])

/**
 * What links in messages open: a page with one button, since mail scanners open every link. Pressing it posts to the
 * same address; for ending messages, mail programs post there by themselves (RFC 8058). The sealed token in the address
 * is the whole proof, so a browser that hides where the page came from may press too.
 */
export function confirmRoutes(http: Http, deps: VerificationDeps): void {
  const hidden = { hide: true }
  const config = { access: 'open', tokenIsProof: true } as const
  const open = { access: 'open' } as const
  // Forms and one-click posts say nothing that is not in the address.
  http.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 10_000 },
      (_request, _body, done) => done(null, undefined),
    )
    const typed = scope as unknown as Http
    typed.get(noticeStyleUrl, { config: open, schema: hidden }, (_, reply) =>
      reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(noticeStyle),
    )
    typed.get(
      '/api/confirm/:token',
      { config: open, schema: { ...hidden, params: tokenParam } },
      (_, reply) =>
        reply
          .type('text/html')
          .send(
            noticePage('Confirm', 'Shall Deal Scout send its alerts here?', 'Yes, these messages are mine'),
          ),
    )
    typed.post(
      '/api/confirm/:token',
      { config: { ...config, limit: 'strict' }, schema: { ...hidden, params: tokenParam } },
      async ({ params }, reply) => {
        const [userId, channel, secret] = openLink(params.token)
        // The address is sealed: whoever has it got it from the message.
        await confirmChannel(deps, asProgram(userId), channel, secret)
        return reply
          .type('text/html')
          .send(noticePage('Confirmed', 'Thank you: Deal Scout sends its alerts here from now on.'))
      },
    )
    typed.get(
      '/api/unsubscribe/:token',
      { config: open, schema: { ...hidden, params: tokenParam } },
      ({ params }, reply) => {
        openUnsubscribeToken(deps.secrets, params.token)
        return reply
          .type('text/html')
          .send(
            noticePage('End messages', 'Shall Deal Scout send nothing here any more?', 'End these messages'),
          )
      },
    )
    typed.post(
      '/api/unsubscribe/:token',
      { config, schema: { ...hidden, params: tokenParam } },
      async ({ params }, reply) => {
        const target = openUnsubscribeToken(deps.secrets, params.token)
        await deps.db.transaction((tx) =>
          switchOff(deps, tx, target, 'Somebody who gets these messages asked to end them.'),
        )
        return reply
          .type('text/html')
          .send(
            noticePage('Ended', 'Deal Scout sends nothing here any more. It can be switched on again there.'),
          )
      },
    )
  })

  function openLink(token: string): [userId: number, channel: string, secret: string] {
    try {
      return linkSchema.parse(JSON.parse(deps.secrets.open(token, confirmContext)))
    } catch (error) {
      throw new AppError({
        code: 'confirm-link-invalid',
        status: 400,
        message:
          'This link is not whole or was changed: open it again from the message, or ask for a new one.',
        cause: error,
      })
    }
  }
}
