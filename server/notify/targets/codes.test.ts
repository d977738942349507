import fc from 'fast-check'
import { expect, it } from 'vitest'
import { composeMail } from '../../channels/email/compose.ts'
import { readMail } from '../../channels/email/read-mail.ts'
import { sampleMessage, testSign } from '../../channels/fake-server.ts'
import { plainText, renderShort } from '../../channels/render-short.ts'
import { smsText } from '../../channels/sms/text.ts'
import { beginConfirmation, grouped } from './confirm.ts'

const baseUrl = 'https://scout.example'
const purpose = { userId: 1, channel: 'email', target: 'ann@example.com' }

/** Codes as they are made, in messages that say as much beside them as they please. */
const confirmation = fc
  .record({
    kind: fc.constantFrom('code', 'link', 'challenge'),
    bytes: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    lines: fc.array(fc.string({ minLength: 1, maxLength: 600, unit: 'binary' }), { maxLength: 25 }),
    title: fc.string({ maxLength: 300, unit: 'binary' }),
  })
  .map(({ kind, bytes, lines, title }) => {
    const begun = beginConfirmation(kind, purpose, null, new Date('2026-11-20T12:00:00Z'), (size) =>
      bytes.subarray(0, size),
    )
    if ('problem' in begun) throw new Error(begun.problem)
    const code = grouped(begun.secret)
    const confirm = { code, url: `${baseUrl}/api/confirm/${'x'.repeat(150)}` }
    return sampleMessage({ kind: 'confirm', title, lines, items: [], itemCount: 0, confirm })
  })

it('shows a confirmation code whole in the text and the HTML of a mail, whatever stands beside it', async () => {
  await fc.assert(
    fc.asyncProperty(confirmation, async (message) => {
      const facts = {
        idempotencyKey: 'delivery-5',
        sign: testSign,
        baseUrl,
        unsubscribeUrl: null,
        now: new Date('2026-11-20T12:00:00Z'),
      }
      const mail = await composeMail(message, { from: 'a@example.com', to: 'b@example.com' }, facts)
      const { plain, html, subject } = readMail(mail!.raw.toString('utf8'))
      const { code, url } = message.confirm!
      expect(plain.split(/\s+/)).toContain(code)
      expect(plain.split(/\s+/)).toContain(url)
      expect(html).toContain(`>${code}</div>`)
      // On a locked screen subjects are seen by everyone.
      expect(subject).not.toContain(code)
    }),
    { numRuns: 60 },
  )
})

it('shows a confirmation code whole in text messages and short texts, and gives up all else before it', () => {
  fc.assert(
    fc.property(confirmation, fc.integer({ min: 80, max: 4000 }), (message, lengthMax) => {
      const { code } = message.confirm!
      expect(smsText(message, baseUrl).split(/\s+/)).toContain(code)
      const limits = { lengthMax, itemsMax: 10, urlMax: 500, withSubject: true }
      const short = renderShort(message, baseUrl, plainText, limits)
      expect(short.split(/\s+/)).toContain(code)
      expect(short.length).toBeLessThanOrEqual(lengthMax)
    }),
    { numRuns: 100 },
  )
})
