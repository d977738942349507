import { startSmtpFakeServer } from '../../server/channels/email/contract-fake-server.ts'
import { type ReadMail, readMail } from '../../server/channels/email/read-mail.ts'
import { ownChecker } from '../checker.ts'
import { inputOf, readRecords } from '../folder.ts'
import type { Program, World } from '../world.ts'
import { addRule, delivered, importOne, setChannel } from './notifying.ts'

type Mail = Pick<ReadMail, 'subject' | 'plain' | 'html'>

const minuteMs = 60_000
const to = 'me@example.com'

async function withMail(world: World): Promise<{ program: Program; mails(): Mail[] }> {
  const server = await world.use(startSmtpFakeServer())
  const program = await world.program({
    roles: ['api', 'worker'],
    env: { SMTP_URL: server.url, MAIL_FROM: 'deals@example.com' },
  })
  return { program, mails: () => server.mails.map(readMail) }
}

const timeOfDay = (ms: number) => new Date(ms).toISOString().slice(11, 16)

/** What came in quiet hours, in the one mail behind them. */
export const digestCount = ownChecker<Mail[]>('alerts-digest-count', {
  async ask(folder, world) {
    const { program, mails } = await withMail(world)
    await setChannel(program, 'email', { to })
    const nowMs = world.clock.now().getTime()
    const endMs = Math.ceil(nowMs / minuteMs) * minuteMs + 2 * minuteMs
    await program.send('PUT', '/api/notification-preferences', {
      timeZone: 'UTC',
      quietHours: { from: timeOfDay(nowMs - 60 * minuteMs), to: timeOfDay(endMs) },
    })
    const seen = readRecords(inputOf(folder))
    const first = new Map(seen.toReversed().map((listing) => [listing.id, String(listing.title)]))
    for (const title of new Set(first.values())) await addRule(program, 'email', title)
    for (const listing of seen) {
      world.clock.advance(5_000)
      await importOne(program, listing)
    }
    await delivered(program)
    world.clock.set(new Date(endMs + minuteMs))
    await delivered(program)
    return folder.rows.map(mails)
  },
  evaluate({ what, expected }, mails) {
    const [mail, ...others] = mails
    if (mail === undefined || others.length > 0)
      return { right: false, got: mails.map(({ subject }) => subject) }
    if (what === 'title') return { right: mail.subject.includes(String(expected)), got: mail.subject }
    if (what === 'more') {
      const more = /\+\d+ more/.exec(mail.plain)?.[0] ?? null
      return { right: more === expected, got: more }
    }
    const lines = mail.plain.split('\n').filter((line) => /\d/.test(line))
    return { right: mail.plain.includes(String(expected)), got: lines.slice(0, 4) }
  },
  mistakes: ({ what, expected }) => [
    [],
    [{ subject: '3 deals in one message', plain: 'Now +2 more', html: '' }],
    ...(what === 'more' && expected === null ? [] : [[{ subject: 'A', plain: 'B', html: '' }]]),
  ],
})

/** A title that looks like an encoded word stands in the subject as it was written. */
export const mailEncodedWord = ownChecker<Mail[]>('alerts-mail-encoded-word', {
  async ask(folder, world) {
    const { program, mails } = await withMail(world)
    await setChannel(program, 'email', { to })
    await addRule(program, 'email')
    for (const [at, record] of readRecords(inputOf(folder)).entries())
      await importOne(program, { id: `m${at}`, title: record.line ?? record.title })
    await delivered(program)
    return folder.rows.map(mails)
  },
  evaluate: ({ expected }, mails) => ({
    right: mails.some(({ subject }) => subject.includes(String(expected))),
    got: mails.map(({ subject }) => subject),
  }),
  mistakes: () => [[], [{ subject: 'Thing Hello fake', plain: '', html: '' }]],
})

interface Confirmed {
  /** The part of the mail that the row names, as a person reads it. */
  text: string
  /** What stood where the expectation has its code. */
  code: string | null
  /** Whether the program takes that code. */
  accepted: boolean
}

/** The code of a real confirmation: another one each time, as long as that of the expectation. */
export const confirmCode = ownChecker<Confirmed>('alerts-confirm-code', {
  async ask(folder, world) {
    const { code: given } = readRecords(inputOf(folder))[0] as { code: string }
    const answers: Confirmed[] = []
    for (const { part, expected } of folder.rows) {
      const { program, mails } = await withMail(world)
      await program.send('PUT', '/api/channels/email', { settings: { to } })
      await program.send('POST', '/api/channels/email/confirmation')
      const mail = mails().at(-1)!
      const text = part === 'text/html' ? textOf(mail.html) : mail.plain
      const label = String(expected).replace(given, '').trim()
      const [, behind] = text.split(label)
      const code = behind?.trim().split(/\s/)[0] ?? null
      const answer = code && (await program.call('POST', '/api/channels/email/confirm', { code }))
      answers.push({ text, code, accepted: answer !== null && answer !== '' && answer.status < 300 })
    }
    return answers
  },
  evaluate: (_, { text, code, accepted }) => ({ right: accepted, got: code ?? text.slice(0, 200) }),
  mistakes: () => [{ text: 'Your code: abc…', code: 'abc…', accepted: false }],
})

function textOf(html: string): string {
  return html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
}
