import { z } from 'zod'
import { isStorable, oneLine } from '../core/text.ts'
import { saidSchema } from '../model/sentences/said.ts'
import { mailboxProblemNames } from './problems.ts'

/** How the connection is kept from being overheard; `none` only for a server in a private network. */
export const securities = ['tls', 'starttls', 'none'] as const
export type Security = (typeof securities)[number]

/** `waiting` = for its turn or its next try; `reading` = there are mails to be read; `listening` = all is read. */
export const mailboxStates = ['off', 'waiting', 'reading', 'listening', 'failing'] as const

/**
 * What became of a mail of a marketplace: its listings were `taken`; it told of a `sale` of the person's; it was read and held `nothing`; its sender is `unproven`; it
 * is `too-large` or `unreadable`; it was `gone` before it could be read.
 */
export const mailOutcomes = [
  'taken',
  'sale',
  'nothing',
  'unproven',
  'too-large',
  'unreadable',
  'gone',
] as const
export type MailOutcome = (typeof mailOutcomes)[number]

const text = (max: number) =>
  z.string().min(1).max(max).refine(isStorable, 'has characters that cannot be stored')
const line = (max: number) => z.string().overwrite(oneLine).pipe(text(max))
const secret = text(4000)
const host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|[\da-f:.]+)$/,
    'must be the name of a server such as imap.example.com',
  )

export const accessSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: secret }),
  z.strictObject({
    kind: z.literal('oauth'),
    clientId: secret,
    clientSecret: secret.optional(),
    refreshToken: secret,
    /** Where the refresh token is changed for an access token. */
    tokenUrl: z.url({ protocol: /^https?$/ }).max(2000),
  }),
])
export type MailboxAccess = z.output<typeof accessSchema>

const server = {
  host,
  port: z.number().int().min(1).max(65_535).default(993),
  security: z.enum(securities).default('tls'),
  /** The name to sign in with, mostly the e-mail address. */
  user: line(320),
  access: accessSchema,
}

const folder = text(500)
const name = line(100)
const readBackDays = z.number().int().min(0).max(30)
/**
 * Name by which the receiving server signs what it has checked (its first `Authentication-Results`): a mail then counts as proven
 * where that server says so, too.
 */
const trustedServer = line(200).nullable()

/** Mails of marketplaces about the person's own sales are read, too; nobody's are without their saying so. */
const alsoSales = z.boolean()

const exampleServer = {
  ...{ host: 'imap.example.com', port: 993, security: 'tls', user: 'me@example.com' },
  access: { kind: 'password', password: 'a password made for one app' },
}

export const mailServerSchema = z.strictObject(server).meta({ example: exampleServer })
export type MailServerInput = z.output<typeof mailServerSchema>

export const previewInputSchema = z
  .strictObject({
    ...server,
    folder: folder.default('INBOX'),
    trustedServer: trustedServer.default(null),
    alsoSales: alsoSales.default(false),
  })
  .meta({ example: { ...exampleServer, folder: 'Alerts' } })
export type PreviewInput = z.output<typeof previewInputSchema>

export const mailboxInputSchema = z
  .strictObject({
    ...server,
    folder: folder.default('INBOX'),
    trustedServer: trustedServer.default(null),
    alsoSales: alsoSales.default(false),
    /** How to call it; left out, as its sign-in is called. */
    name: name.optional(),
    /** Mails of so many days before are read, too. */
    readBackDays: readBackDays.default(2),
  })
  .meta({ example: { ...exampleServer, folder: 'Alerts', name: 'Alerts' } })
export type MailboxInput = z.output<typeof mailboxInputSchema>

export const mailboxPatchSchema = z
  .strictObject({
    ...{ name, enabled: z.boolean(), folder, readBackDays, trustedServer, alsoSales },
    ...{ host, port: z.number().int().min(1).max(65_535), security: z.enum(securities), user: line(320) },
    access: accessSchema,
  })
  .partial()
  .meta({ example: { name: 'Alerts', enabled: false } })
export type MailboxPatch = z.output<typeof mailboxPatchSchema>

export const foldersSchema = z.object({
  folders: z.array(z.object({ path: z.string(), isInbox: z.boolean() })),
})

const listing = z.object({
  title: z.string(),
  url: z.string(),
  priceCents: z.number().int().nullable(),
  currency: z.string().nullable(),
})

export const mailPreviewSchema = z.object({
  /** Mails of the last 30 days that were looked at; of those that are no marketplace's, the sender alone. */
  mails: z.number().int(),
  /** Of senders that are no marketplace's: they are not opened. */
  others: z.number().int(),
  /** The newest of marketplaces', as they would be read. */
  shown: z.array(
    z.object({
      sender: z.string(),
      subject: z.string(),
      sentAt: z.iso.datetime().nullable(),
      marketplace: z.string().nullable(),
      outcome: z.enum(mailOutcomes),
      /** What a mail holds that is not proven is shown, and never taken. */
      listings: z.array(listing),
    }),
  ),
})
export type MailPreview = z.output<typeof mailPreviewSchema>

export const mailSenderSchema = z.object({
  sender: z.string(),
  marketplace: z.string(),
  mails: z.number().int(),
  listings: z.number().int(),
  /** Mails that told of a sale. */
  sales: z.number().int(),
  unproven: z.number().int(),
  nothing: z.number().int(),
  /** Its mails give nothing any more: the last three and more, one after the other. */
  drifts: z.boolean(),
  lastMailAt: z.iso.datetime(),
  lastListingAt: z.iso.datetime().nullable(),
})

export const mailSchema = z.object({
  id: z.number().int(),
  sender: z.string(),
  subject: z.string(),
  marketplace: z.string(),
  sentAt: z.iso.datetime().nullable(),
  readAt: z.iso.datetime(),
  outcome: z.enum(mailOutcomes),
  listings: z.number().int(),
  /** One sentence, where it gave nothing. */
  reason: z.string().nullable(),
})

export const mailboxSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  host: z.string(),
  port: z.number().int(),
  security: z.enum(securities),
  user: z.string(),
  signsInBy: z.enum(['password', 'oauth']),
  folder: z.string(),
  readBackDays: z.number().int(),
  trustedServer: z.string().nullable(),
  alsoSales: z.boolean(),
  enabled: z.boolean(),
  state: z.enum(mailboxStates),
  problem: z.enum(mailboxProblemNames).nullable(),
  /** The problem as a sentence: what is wrong, and what to do. */
  reason: z.string().nullable(),
  reasonSaid: saidSchema.nullable(),
  failingSince: z.iso.datetime().nullable(),
  nextTryAt: z.iso.datetime().nullable(),
  /** When everything that was there had been read last. */
  readAt: z.iso.datetime().nullable(),
  /** When a mail of a marketplace was read last. */
  lastMailAt: z.iso.datetime().nullable(),
  /** Mails of marketplaces, and what they held. */
  mails: z.number().int(),
  listings: z.number().int(),
  /** Mails that told of a sale. */
  sales: z.number().int(),
  unproven: z.number().int(),
  nothing: z.number().int(),
  /** Mails of others, which were not opened. */
  others: z.number().int(),
  createdAt: z.iso.datetime(),
})
export type MailboxView = z.output<typeof mailboxSchema>

export const mailboxDetailSchema = mailboxSchema.extend({
  senders: z.array(mailSenderSchema),
  /** The last mails of marketplaces, the newest first. */
  lastMails: z.array(mailSchema),
})
export type MailboxDetail = z.output<typeof mailboxDetailSchema>

/** What a provider answers with (RFC 6749, 5.1). */
export const tokenAnswerSchema = z.object({
  access_token: z.string().min(1).max(10_000),
  refresh_token: z.string().min(1).max(4000).optional(),
})
