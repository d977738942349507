import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../deploy/try-cluster/cluster.ts'
import { openLoadHouse } from '../load/house.ts'
import type { ClusterBrowser } from '../test/harness/cluster-browser.ts'
import type { DatabaseServer } from '../test/harness/database-server.ts'
import { type MachineClock, noFaketime, settableClock } from './clock.ts'
import { databaseOnSmallDisk, databaseWithReplica, type SmallDisk } from './databases.ts'
import type { Ground } from './faults.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { type Market, startMarket } from './market.ts'
import type { HighlyAvailable } from './patroni.ts'
import { openTcpProxy, type TcpProxy } from './tcp-proxy.ts'

/** What can be made to go wrong. */
export interface World {
  cluster: Cluster
  /** Between the program, or one of its processes, and what it depends on. */
  wires: Record<'database' | 'databaseOfApi1' | 'databaseOfWorker1' | 'mail' | 'market', TcpProxy>
  /** Each only on ground that has it. */
  clock?: MachineClock
  disk?: SmallDisk
  machines?: HighlyAvailable
  lost?: string
}

export interface FaultHouse extends AsyncDisposable {
  world: World
  /** Gets alerts in the inbox and by mail, and uses the cluster for nothing else. */
  owner: ClusterBrowser
  /** Makes rules. */
  writer: ClusterBrowser
  others: ClusterBrowser[]
  mailbox: Mailbox
  market: Market
}

/** A cluster with people, a mail server and a marketplace, each at the other end of a wire that can be cut. */
export async function openFaultHouse(ground: Ground, say: (line: string) => void): Promise<FaultHouse> {
  await using stack = new AsyncDisposableStack()
  const mailbox = stack.use(await openMailbox())
  const market = stack.use(await startMarket())
  const wireTo = async (port: number) => stack.use(await openTcpProxy({ host: '127.0.0.1', port }))
  const wires: Partial<World['wires']> = {
    mail: await wireTo(mailbox.port),
    market: await wireTo(Number(new URL(market.url).port)),
  }
  const { clock, database, ...more } = await groundOf(ground, stack)
  const house = stack.use(
    await openLoadHouse({
      ...{ listings: 2_000, say, ...(database && { database }) },
      env: {
        ...{ SMTP_URL: mailbox.urlAt(wires.mail!.port), MAIL_FROM: 'Deal Scout <deals@example.com>' },
        ...{ FEED_ALLOW_PRIVATE_NETWORK: 'true', ...clock?.env },
      },
      async reach(databaseUrl) {
        const by = async (name: 'database' | 'databaseOfApi1' | 'databaseOfWorker1') => {
          const url = new URL(databaseUrl)
          wires[name] = await wireTo(Number(url.port))
          url.host = `127.0.0.1:${wires[name].port}`
          return url.href
        }
        return {
          all: await by('database'),
          of: { 'api-1': await by('databaseOfApi1'), 'worker-1': await by('databaseOfWorker1') },
        }
      },
    }),
  )
  const [owner, writer, ...others] = house.browsers
  await mailbox.belongTo(owner!)
  const address = new URL(market.url)
  address.host = `127.0.0.1:${wires.market!.port}`
  const source = { marketplace: 'feed', name: 'Market', settings: { url: address.href, currency: 'USD' } }
  const made = await owner!.json('POST', '/api/sources', source)
  if (made.status !== 201) throw new Error(`the marketplace could not be connected: ${made.text}`)
  const moved = stack.move()
  return {
    world: { cluster: house.cluster, wires: wires as World['wires'], ...(clock && { clock }), ...more },
    ...{ owner: owner!, writer: writer!, others, mailbox, market },
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}

async function groundOf(
  ground: Ground,
  stack: AsyncDisposableStack,
): Promise<Pick<World, 'clock' | 'disk' | 'machines'> & { database?: DatabaseServer }> {
  if (ground === 'clock') {
    if (noFaketime !== null) throw new Error(`setting the clock needs libfaketime: ${noFaketime}`)
    const folder = mkdtempSync(join(tmpdir(), 'deal-scout-clock-'))
    stack.defer(() => rmSync(folder, { recursive: true, force: true }))
    return { clock: settableClock(folder) }
  }
  if (ground === 'small-disk') {
    const database = stack.use(await databaseOnSmallDisk())
    return { database, disk: database.disk }
  }
  if (ground === 'replica') {
    const database = stack.use(await databaseWithReplica())
    return { database, machines: database.machines }
  }
  return {}
}
