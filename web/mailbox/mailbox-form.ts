import type { NewMailbox } from './queries.ts'

/** Mail servers of well-known providers, by the end of an address. */
const known: Readonly<Record<string, string>> = {
  ...{ 'gmail.com': 'imap.gmail.com', 'googlemail.com': 'imap.gmail.com' },
  ...{ 'outlook.com': 'outlook.office365.com', 'hotmail.com': 'outlook.office365.com' },
  ...{ 'live.com': 'outlook.office365.com', 'yahoo.com': 'imap.mail.yahoo.com' },
  ...{ 'icloud.com': 'imap.mail.me.com', 'me.com': 'imap.mail.me.com', 'fastmail.com': 'imap.fastmail.com' },
  ...{ 'gmx.de': 'imap.gmx.net', 'gmx.net': 'imap.gmx.net', 'web.de': 'imap.web.de' },
  ...{ 't-online.de': 'secureimap.t-online.de', 'posteo.de': 'posteo.de', 'mailbox.org': 'imap.mailbox.org' },
}

/** Where the mails of an address are read; '' where that is not known. */
export function serverOf(address: string): string {
  const end = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return Object.hasOwn(known, end) ? known[end]! : ''
}

export const securities = ['tls', 'starttls', 'none'] as const
type Security = (typeof securities)[number]

const isSecurity = (text: string): text is Security => (securities as readonly string[]).includes(text)

/** What a form says of a mail server. */
export function serverIn(form: FormData): Pick<NewMailbox, 'host' | 'port' | 'security' | 'user' | 'access'> {
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const security = said('security')
  const secret = String(form.get('secret') ?? '')
  const server = {
    host: said('host'),
    port: Number(said('port')) || 993,
    security: isSecurity(security) ? security : ('tls' as const),
    user: said('user'),
  }
  if (said('kind') !== 'oauth') return { ...server, access: { kind: 'password', password: secret } }
  const clientSecret = String(form.get('clientSecret') ?? '')
  return {
    ...server,
    access: {
      ...{ kind: 'oauth', clientId: said('clientId'), tokenUrl: said('tokenUrl'), refreshToken: secret },
      ...(clientSecret !== '' && { clientSecret }),
    },
  }
}
