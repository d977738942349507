import ipaddr from 'ipaddr.js'
import { secondFactorChoices } from '../../core/actor.ts'
import { notTiles } from '../../core/map-tiles.ts'
import type { OptionSpec } from '../../core/options.ts'

/** Where the program listens, for whom, and how much of it anybody may ask for. */
export const webOptions = {
  host: {
    env: 'DEAL_SCOUT_HOST',
    type: 'string',
    default: '127.0.0.1',
    doc: 'Address to listen on. Other than loopback it needs DEAL_SCOUT_BASE_URL, and an owner who can sign in: docs/accounts.md.',
  },
  port: {
    env: 'DEAL_SCOUT_PORT',
    type: 'integer',
    default: 3000,
    min: 0,
    max: 65535,
    doc: 'Port to listen on; 0 picks a free one.',
  },
  dataDir: {
    env: 'DEAL_SCOUT_DATA',
    type: 'string',
    default: './data',
    doc: 'Folder for the embedded database, the generated secret key and logs of the database.',
  },
  baseUrl: {
    env: 'DEAL_SCOUT_BASE_URL',
    type: 'url',
    protocols: ['http', 'https'],
    doc: 'Address under which people reach Deal Scout, for links in messages; https:// where that is another machine (DEAL_SCOUT_PLAIN_HTTP). Default: host and port.',
  },
  trustedProxies: {
    env: 'DEAL_SCOUT_TRUSTED_PROXIES',
    type: 'list',
    default: [],
    isNot: (text) =>
      ipaddr.isValid(text) || ipaddr.isValidCIDR(text) ? null : 'an address or network (CIDR)',
    doc: 'Networks of the proxies in front, e.g. 127.0.0.1,10.0.0.0/8: only what they say in X-Forwarded-For of where a request comes from is believed. Empty = nobody.',
  },
  corsOrigins: {
    env: 'DEAL_SCOUT_CORS_ORIGINS',
    type: 'list',
    default: [],
    isNot: (text) =>
      /^https?:/.test(text) && URL.parse(text)?.origin === text
        ? null
        : 'an origin such as https://app.example',
    doc: 'Other web sites whose pages may use the API, e.g. https://app.example. Empty = none.',
  },
  mapTiles: {
    env: 'MAP_TILES',
    type: 'string',
    isNot: notTiles,
    doc: 'Ground of maps instead of the outlines that come with the app: pictures, https://tiles.example/{z}/{x}/{y}.png, or a file of vector tiles as Protomaps makes them, https://files.example/area.pmtiles, or the full path of such a file on this machine. At another address browsers ask there, so that who has it learns where people look. docs/map.md.',
  },
  mapAttribution: {
    env: 'MAP_ATTRIBUTION',
    type: 'string',
    doc: 'Whom that is thanks to, as its licence wants it on the map, e.g. OpenStreetMap contributors.',
  },
  securityContact: {
    env: 'DEAL_SCOUT_SECURITY_CONTACT',
    type: 'string',
    isNot: (text) =>
      /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/.test(text) && URL.canParse(text)
        ? null
        : 'a mailto:, https: or tel: address',
    doc: 'Whom to tell of a security problem, e.g. mailto:security@example.com; shown in /.well-known/security.txt. Empty = there is no such file.',
  },
  opsPort: {
    env: 'DEAL_SCOUT_OPS_PORT',
    type: 'integer',
    min: 0,
    max: 65_535,
    doc: 'Port for who runs the program, in every role: /livez, /readyz, /healthz, /metrics. Let people and the internet not reach it. Empty = there is none. docs/operations/watching.md.',
  },
  opsHost: {
    env: 'DEAL_SCOUT_OPS_HOST',
    type: 'string',
    default: '127.0.0.1',
    doc: 'Address on which that port listens; 0.0.0.0 in a container, where a probe comes from outside.',
  },
  drainMs: {
    env: 'DEAL_SCOUT_DRAIN_MS',
    type: 'integer',
    default: 0,
    min: 0,
    max: 60_000,
    doc: 'How long it goes on answering after it was told to stop, while /readyz says 503 already: as long as who sends requests here takes to notice. 5000 to 10000 behind a balancer or in Kubernetes.',
  },
  metricsToken: {
    env: 'DEAL_SCOUT_METRICS_TOKEN',
    type: 'string',
    secret: true,
    isNot: (text) =>
      /^[\w.~+/-]{24,200}=*$/.test(text)
        ? null
        : '24 or more letters, digits and -._~+/, such as of "openssl rand -hex 24"',
    doc: 'What a Prometheus on another machine sends as its bearer token to read /metrics, and the details of /readyz. Empty = both are for this machine alone.',
  },
  readsPerMinute: {
    env: 'RATE_LIMIT_READ',
    type: 'integer',
    default: 6000,
    min: 0,
    max: 1_000_000,
    doc: 'Most requests a minute of one person, API key or address that look something up; 0 = no limit. docs/security/limits-and-headers.md.',
  },
  writesPerMinute: {
    env: 'RATE_LIMIT_WRITE',
    type: 'integer',
    default: 1200,
    min: 0,
    max: 1_000_000,
    doc: 'The same of those that change something.',
  },
  costlyPerMinute: {
    env: 'RATE_LIMIT_COSTLY',
    type: 'integer',
    default: 120,
    min: 0,
    max: 1_000_000,
    doc: 'The same of those that take long: imports, previews, trying a source.',
  },
  strictPerMinute: {
    env: 'RATE_LIMIT_STRICT',
    type: 'integer',
    default: 20,
    min: 0,
    max: 1_000_000,
    doc: 'The same of those that can be guessed at or send something to others: signing in, resets, confirmation codes, test messages.',
  },
  feedsPerMinute: {
    env: 'RATE_LIMIT_FEED',
    type: 'integer',
    default: 30,
    min: 0,
    max: 1_000_000,
    doc: 'The same of those for a feed of matches, by the token in its address.',
  },
  photosPerMinute: {
    env: 'RATE_LIMIT_PHOTOS',
    type: 'integer',
    default: 6000,
    min: 0,
    max: 1_000_000,
    doc: 'The same of those for photos of listings, of which a page shows fifty and more.',
  },
  shedDelayMs: {
    env: 'SHED_EVENT_LOOP_DELAY_MS',
    type: 'integer',
    default: 2000,
    min: 0,
    max: 60_000,
    doc: 'Requests are refused (503) while the process is behind by more than this on average; 0 = never. Probes never are.',
  },
  shedHeapPercent: {
    env: 'SHED_HEAP_PERCENT',
    type: 'integer',
    default: 95,
    min: 0,
    max: 100,
    doc: 'The same while more of the memory that Node may have is in use; 0 = never.',
  },
  signUp: {
    env: 'DEAL_SCOUT_SIGN_UP',
    type: 'enum',
    values: ['closed', 'invitation', 'open'],
    default: 'invitation',
    doc: 'Who may have an account: closed = nobody new; invitation = whom an admin invites; open = everybody who can read mail at an address of theirs (needs SMTP_URL).',
  },
  secondFactorOf: {
    env: 'DEAL_SCOUT_SECOND_FACTOR',
    type: 'enum',
    values: secondFactorChoices,
    default: 'nobody',
    doc: 'Who has to sign in by two factors (a code of an app after the password, or a passkey): nobody, admins (and the owner), everybody. Who has none gets only what it takes to set one up, and their keys stand still: docs/accounts.md.',
  },
  leakedPasswordsFile: {
    env: 'LEAKED_PASSWORDS_PATH',
    type: 'string',
    doc: 'Path of a file with hashes of leaked passwords, ordered by hash, one "HASH:COUNT" a line, as the downloader of Have I Been Pwned writes it (about 40 GB): new passwords are looked up there, on this machine alone. docs/accounts.md. Empty = only the list that comes along.',
  },
} as const satisfies Record<string, OptionSpec>
