import type { Clock } from '../core/clock.ts'
import type { Http } from '../core/http.ts'

const validDays = 180

/** `/.well-known/security.txt` (RFC 9116): whom to tell of a security problem. It ends later each day that it is asked for. */
export function securityTxtRoutes(http: Http, { contact, clock }: { contact: string; clock: Clock }): void {
  http.get('/.well-known/security.txt', { schema: { hide: true } }, (_, reply) => {
    const today = Math.floor(clock.now().getTime() / 86_400_000)
    const expires = new Date((today + validDays) * 86_400_000)
    return reply
      .type('text/plain; charset=utf-8')
      .send(`Contact: ${contact}\nExpires: ${expires.toISOString()}\nPreferred-Languages: en\n`)
  })
}
