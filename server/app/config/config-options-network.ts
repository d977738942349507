import type { OptionSpec } from '../../core/options.ts'
import { isHostPattern } from '../../core/outbound.ts'
import { unencryptedHttp, unencryptedPostgres, unencryptedRedis } from '../../core/unencrypted.ts'

const isNotPem = (kind: string) => (text: string) =>
  text.startsWith('-----BEGIN ') && text.includes(`${kind}-----`) ? null : `PEM ("-----BEGIN … ${kind}-----")`

/** With whom the program speaks over the network, and how it is kept from being overheard. */
export const networkOptions = {
  plainHttp: {
    env: 'DEAL_SCOUT_PLAIN_HTTP',
    type: 'enum',
    values: ['refuse', 'allow'],
    default: 'refuse',
    doc: 'allow = DEAL_SCOUT_BASE_URL may be http:// beyond this machine: whoever is on the way reads passwords. Only for a home network that nobody else is in; else put a proxy with TLS in front (deploy/).',
  },
  outboundPlain: {
    env: 'DEAL_SCOUT_OUTBOUND_PLAIN',
    type: 'enum',
    values: ['allow', 'refuse'],
    default: 'allow',
    doc: 'refuse = nothing leaves this machine unencrypted: no http:// feeds, pages, photos or webhooks, and no start while mail server, PostgreSQL or Redis elsewhere are not reached by TLS with a certificate that is checked. docs/security/tls.md.',
  },
  outboundHosts: {
    env: 'DEAL_SCOUT_OUTBOUND_HOSTS',
    type: 'list',
    default: [],
    isNot: (text) => (isHostPattern(text) ? null : 'a host name such as api.ebay.com or *.ebayimg.com'),
    doc: 'Hosts that may be called for marketplaces, photos and channels, e.g. api.ebay.com,*.ebayimg.com (*. = all below); all others are refused before anything is sent. Mail server, PostgreSQL and Redis are named by their own options. Empty = anybody in the public network.',
  },
  mailboxPrivateNetwork: {
    env: 'MAILBOX_ALLOW_PRIVATE_NETWORK',
    type: 'boolean',
    default: false,
    doc: 'true = people may name mail servers in private networks, and on this machine, for their alert mails; those may be read without encryption. For a household, not where strangers have accounts. docs/alert-mails.md.',
  },
  redisUrl: {
    env: 'REDIS_URL',
    type: 'url',
    protocols: ['redis', 'rediss'],
    unencrypted: unencryptedRedis,
    secret: true,
    doc: 'Redis 6 or newer, or Valkey: counts rate limits for all processes and wakes them. Needed by more than one process with the role api; give it to all processes or to none. rediss:// = by TLS (docs/security/tls.md). Empty = each process counts for itself.',
  },
  redisTlsCert: {
    env: 'REDIS_TLS_CERT',
    type: 'string',
    isNot: isNotPem('CERTIFICATE'),
    doc: 'Certificate (PEM) by which the program proves itself to a Redis that asks for one; REDIS_TLS_CERT_FILE names its file.',
  },
  redisTlsKey: {
    env: 'REDIS_TLS_KEY',
    type: 'string',
    secret: true,
    isNot: isNotPem('PRIVATE KEY'),
    doc: 'The key (PEM) of REDIS_TLS_CERT; REDIS_TLS_KEY_FILE names its file.',
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    type: 'url',
    protocols: ['postgres', 'postgresql'],
    unencrypted: unencryptedPostgres,
    secret: true,
    doc: 'PostgreSQL 15 or newer; by TLS with sslmode=verify-full (docs/security/tls.md). Empty = the embedded PostgreSQL in the data folder.',
  },
  databaseDirectUrl: {
    env: 'DATABASE_DIRECT_URL',
    type: 'url',
    protocols: ['postgres', 'postgresql'],
    unencrypted: unencryptedPostgres,
    secret: true,
    doc: 'The same database without a pooler between, for migrations and one connection per process that listens. Empty = DATABASE_URL.',
  },
  databaseMigrationUrl: {
    env: 'DATABASE_MIGRATION_URL',
    type: 'url',
    protocols: ['postgres', 'postgresql'],
    unencrypted: unencryptedPostgres,
    secret: true,
    doc: 'The same database as the role that owns its tables, for migrations alone; DATABASE_URL may then be a role that cannot change them (docs/security/database-roles.md). Empty = DATABASE_DIRECT_URL or DATABASE_URL.',
  },
} as const satisfies Record<string, OptionSpec>

/** The check of an option's address; http:// ones need name none. */
export function unencrypted(spec: OptionSpec, text: string): string | null {
  return spec.type === 'url' ? (spec.unencrypted ?? unencryptedHttp)(text) : null
}
