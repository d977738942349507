import type { OptionValues } from '../../core/options.ts'
import type { Message } from '../../model/message.ts'
import type { Channel, ChannelContext, DeliveryResult } from '../contract.ts'
import { classifySmtp } from './classify.ts'
import { addressOf, composeMail, defaultFrom } from './compose.ts'
import { german } from './german.ts'
import { connectMailServer, type MailServer } from './smtp.ts'
import { parseSmtpUrl, type SmtpServer, unencryptedMail } from './smtp-url.ts'

const email: Channel = {
  id: 'email',
  words: { de: german },
  name: 'E-mail',
  description: 'Sends each message as an e-mail with pictures, prices and the reasons for the score.',
  options: [
    {
      env: 'SMTP_URL',
      type: 'url',
      protocols: ['smtp', 'smtps'],
      unencrypted: unencryptedMail,
      secret: true,
      doc: 'Mail server, e.g. smtp://user:password@mail.example.com:587 or smtps://…:465; ?ignoreTLS=true for one without TLS, ?maxConnections=5 for one that allows fewer than 20 connections.',
    },
    {
      env: 'MAIL_FROM',
      type: 'string',
      doc: 'Sender of e-mails, e.g. "Deal Scout <deals@example.com>"; by default the account in SMTP_URL or deal-scout@ the domain of Deal Scout.',
    },
  ],
  fields: [
    {
      name: 'to',
      label: 'E-mail address',
      type: 'email',
      required: true,
      target: true,
      help: 'Where messages are sent.',
    },
  ],
  confirmation: 'link',
  unavailable,
  serverProblem,
  deliver,
  close,
}

export default email

function unavailable(options: OptionValues): string | null {
  if (!options.SMTP_URL)
    return 'Set SMTP_URL to a mail server, e.g. smtp://user:password@mail.example.com:587.'
  if (!parseSmtpUrl(options.SMTP_URL))
    return 'SMTP_URL must look like smtp://user:password@host:port or smtps://…; maxConnections in it is a number from 1 to 100.'
  const from = options.MAIL_FROM
  return from && !addressOf(String(from))
    ? 'MAIL_FROM must be an address such as "Deal Scout <deals@example.com>".'
    : null
}

async function deliver(message: Message, ctx: ChannelContext): Promise<DeliveryResult> {
  const problem = unavailable(ctx.options)
  const server = parseSmtpUrl(ctx.options.SMTP_URL)
  // The operator's to mend: the message waits meanwhile.
  if (problem || !server) {
    return { outcome: 'retry', reason: problem ?? 'Set SMTP_URL to a mail server.', blocked: true }
  }

  const from = String(ctx.options.MAIL_FROM || defaultFrom(server, ctx.baseUrl))
  const parties = { from, to: String(ctx.settings.to ?? '') }
  const mail = await composeMail(message, parties, { ...ctx, now: ctx.clock.now() })
  if (!mail) return { outcome: 'failed', reason: 'This is not one e-mail address; check the e-mail address.' }

  const attempt = await mailServerAt(String(ctx.options.SMTP_URL), server).send(mail, ctx.signal)
  if (attempt.ok) return { outcome: 'sent', providerRef: mail.messageId }
  const { code, command, replyCode } = attempt.failure
  ctx.log.debug({ channel: 'email', host: server.host, code, command, replyCode }, 'mail was not accepted')
  return classifySmtp(attempt.failure, attempt.handedOver)
}

async function serverProblem({ SMTP_URL: url, MAIL_FROM: from }: OptionValues): Promise<string | null> {
  const server = parseSmtpUrl(url)
  if (!server) return 'Set SMTP_URL to a mail server.'
  if (!from)
    return 'MAIL_FROM is not set, and a sender that was made up is taken for spam: set it to an address of yours, e.g. "Deal Scout <deals@example.com>"'
  const quick = connectMailServer(server, { connectMs: 2_000, greetingMs: 2_000, silenceMs: 2_500 })
  const failure = await quick.check()
  quick.close()
  if (failure === null) return null
  const why = [failure.systemCode || failure.code, failure.replyCode].filter(Boolean).join(' ')
  return `${server.host}:${server.port} takes no mail (${why || 'no answer'}): check host, port, user and password in SMTP_URL`
}

const timeouts = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 30_000 }
/** By SMTP_URL: mails that follow each other share its connections. */
const mailServers = new Map<string, MailServer>()

function mailServerAt(url: string, server: SmtpServer): MailServer {
  const open = mailServers.get(url) ?? connectMailServer(server, timeouts)
  mailServers.set(url, open)
  return open
}

function close(): void {
  for (const open of mailServers.values()) open.close()
  mailServers.clear()
}
