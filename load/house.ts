import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, type PartName, startCluster } from '../deploy/try-cluster/cluster.ts'
import { badInput } from '../server/core/errors.ts'
import { cloneDatabase } from '../test/harness/clone.ts'
import { type ClusterBrowser, clusterBrowser } from '../test/harness/cluster-browser.ts'
import { type DatabaseServer, startDatabaseServer } from '../test/harness/database-server.ts'
import { freePort } from '../test/harness/port.ts'

export interface LoadHouseOptions {
  listings: number
  say(line: string): void
  /** Default: an embedded server of its own. */
  database?: DatabaseServer
  /** Where the program finds the database instead; one of its processes, where it finds it by a way of its own. */
  reach?(databaseUrl: string): Promise<{ all: string; of?: Partial<Record<PartName, string>> }>
  /** Options of Deal Scout besides. */
  env?: Record<string, string>
}

export interface LoadHouse extends AsyncDisposable {
  cluster: Cluster
  browsers: ClusterBrowser[]
}

/** So many accounts the people share: each is signed in by its password, which takes its time. */
const accountsMax = 20
const password = 'eleven patient cormorants'

/** The cluster of deploy/compose.prod.yaml without containers, with a market and people who are signed in. */
export async function openLoadHouse({
  listings,
  say,
  database: given,
  reach = async (url) => ({ all: url }),
  env = {},
}: LoadHouseOptions): Promise<LoadHouse> {
  const stack = new AsyncDisposableStack()
  try {
    const server = given ?? stack.use(await startDatabaseServer())
    const database = stack.use(await cloneDatabase(server.url, { through: null, template: server.template }))
    const folder = mkdtempSync(join(tmpdir(), 'deal-scout-load-'))
    chmodSync(folder, 0o711)
    stack.defer(() => rmSync(folder, { recursive: true, force: true }))
    const { all, of = {} } = await reach(database.connectionString)
    const cluster = stack.use(
      await startCluster({
        ...{ folder, databaseUrl: all, databaseUrlOf: of, httpsPort: await freePort(), say },
        // Accounts are shared by many people here, so what one may ask is no measure.
        env: {
          ...{ DEAL_SCOUT_DEMO: 'off', RATE_LIMIT_READ: '0', RATE_LIMIT_WRITE: '0' },
          ...{ RATE_LIMIT_COSTLY: '0', RATE_LIMIT_STRICT: '0', ...env },
        },
      }),
    )
    const owner = stack.use(clusterBrowser(cluster))
    const browsers = [owner, ...(await joined(cluster, owner)).map((one) => stack.use(one))]
    await fill(owner, listings)
    say(`${listings} listings, ${browsers.length} accounts`)
    const moved = stack.move()
    return { cluster, browsers, [Symbol.asyncDispose]: () => moved.disposeAsync() }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

async function joined(cluster: Cluster, owner: ClusterBrowser): Promise<ClusterBrowser[]> {
  // Beside this process, which may carry its connection to the database.
  const made = await cluster.command(['setup-link'])
  if (made.code !== 0) throw badInput(`The house for the load could not be made: ${made.stderr}`)
  const link = made.stdout.split('\n')[0]!
  await expectStatus(
    204,
    owner.json('POST', '/api/auth/claim', {
      ...{ token: link.split('/').at(-1), email: 'owner@example.com', password },
    }),
  )
  const others: ClusterBrowser[] = []
  for (let n = 1; n < accountsMax; n++) {
    const invited = await expectStatus(
      201,
      owner.json('POST', '/api/users/invitations', { email: `person-${n}@example.com`, role: 'member' }),
    )
    const { url } = JSON.parse(invited) as { url: string }
    const browser = clusterBrowser(cluster, { localAddress: `127.2.0.${n}` })
    others.push(browser)
    await expectStatus(
      204,
      browser.json('POST', '/api/auth/join', {
        ...{ token: url.split('/').at(-1), name: `Person ${n}`, password },
      }),
    )
    // nginx lets five a second in.
    await sleep(250)
  }
  return others
}

const things = ['desk', 'lamp', 'bike', 'chair', 'camera', 'guitar amp', 'saddle', 'rug']
const woods = ['oak', 'walnut', 'birch', 'steel', 'brass', 'vintage', 'blue', 'small']

async function fill(owner: ClusterBrowser, listings: number): Promise<void> {
  const rows = Array.from({ length: listings }, (_, n) => {
    const [thing, wood] = [things[n % things.length]!, woods[Math.floor(n / 8) % woods.length]!]
    return `${wood} ${thing} ${60 + (n % 90)} cm,${40 + ((n * 37) % 400)},USD,https://shop.example/${n}`
  })
  const csv = `title,price,currency,url\r\n${rows.join('\r\n')}\r\n`
  const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="market.csv"\r\n\r\n${csv}\r\n--x--\r\n`
  await expectStatus(
    200,
    owner.ask('/api/imports?source=shop', {
      ...{ method: 'POST', body: form, headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    }),
  )
}

async function expectStatus(
  wanted: number,
  answer: Promise<{ status: number; text: string }>,
): Promise<string> {
  const { status, text } = await answer
  if (status !== wanted) throw badInput(`The house for the load could not be made: ${status} ${text}`)
  return text
}
