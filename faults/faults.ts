import type { PartName } from '../deploy/try-cluster/cluster.ts'
import type { World } from './house.ts'
import type { Way } from './tcp-proxy.ts'

/** On what the cluster stands: `clock`, of which the time can be set; `small-disk`, of the database; `replica`, by Patroni. */
export type Ground = 'usual' | 'clock' | 'small-disk' | 'replica'

export interface Fault {
  name: string
  says: string
  lastsMs: number
  ground: Ground
  /** How many use the cluster meanwhile; default: 20. */
  people?: number
  /** It is an ordinary thing to do: no request may fail. */
  isOrdinary?: true
  begin(world: World): Promise<void> | void
  end(world: World): Promise<void> | void
}

type Wire = 'database' | 'databaseOfApi1' | 'databaseOfWorker1' | 'mail' | 'market'

const killed = (part: PartName, says: string): Fault => ({
  ...{ name: `${part}-killed`, says, lastsMs: 5_000, ground: 'usual' },
  begin: ({ cluster }) => cluster.signal(part, 'SIGKILL'),
  end: ({ cluster }) => cluster.restart(part),
})

const hung = (part: PartName, says: string): Fault => ({
  ...{ name: `${part}-hung`, says, lastsMs: 8_000, ground: 'usual' },
  begin: ({ cluster }) => cluster.signal(part, 'SIGSTOP'),
  end: ({ cluster }) => cluster.signal(part, 'SIGCONT'),
})

const wire = (
  name: string,
  says: string,
  { which, way, lastsMs }: { which: readonly Wire[]; way: Way; lastsMs: number },
): Fault => ({
  ...{ name, says, lastsMs, ground: 'usual' },
  begin: (world) => {
    for (const one of which) world.wires[one].set(way)
  },
  end: (world) => {
    for (const one of which) world.wires[one].set({ kind: 'open' })
  },
})

const clock = (name: string, says: string, seconds: number): Fault => ({
  ...{ name, says, lastsMs: 20_000, ground: 'clock' },
  begin: (world) => world.clock!.jump(seconds),
  end: (world) => world.clock!.jump(0),
})

/** Each process has its own way to it, or the common one. */
const everyDatabase = ['database', 'databaseOfApi1', 'databaseOfWorker1'] as const
const cut: Way = { kind: 'cut' }
const silent: Way = { kind: 'silent' }
const hourS = 3_600

const replaced: readonly PartName[] = ['scheduler', 'worker-1', 'worker-2', 'api-1', 'api-2']

export const faults: readonly Fault[] = [
  {
    ...{ name: 'rolling-restart', says: 'one after the other is stopped and started, as for a new release' },
    ...{ lastsMs: 120_000, ground: 'usual', people: 50, isOrdinary: true },
    async begin({ cluster }) {
      for (const part of replaced) await cluster.restart(part)
    },
    end() {},
  },
  killed('api-1', 'one of two processes that answer is killed'),
  hung('api-1', 'one of two processes that answer stands still'),
  killed('worker-1', 'one of two workers is killed'),
  hung('worker-1', 'one of two workers stands still'),
  killed('scheduler', 'the scheduler is killed'),
  killed('redis', 'Redis is killed'),
  hung('redis', 'Redis stands still'),
  killed('nginx', 'the proxy is killed, all of its processes'),
  wire('database-cut', 'every connection to PostgreSQL ends, and none is taken', {
    ...{ which: everyDatabase, way: cut, lastsMs: 8_000 },
  }),
  wire('database-silent', 'PostgreSQL is beyond a wire that nothing passes', {
    ...{ which: everyDatabase, way: silent, lastsMs: 8_000 },
  }),
  wire('database-slow', 'each answer of PostgreSQL takes 200 ms longer', {
    ...{ which: everyDatabase, way: { kind: 'slow', delayMs: 200 }, lastsMs: 8_000 },
  }),
  wire('api-1-apart', 'nothing passes between one of two processes that answer and PostgreSQL', {
    ...{ which: ['databaseOfApi1'], way: silent, lastsMs: 15_000 },
  }),
  // Longer than it may keep what it took: another one takes it, and then this one wakes up.
  wire('worker-1-apart', 'nothing passes between one of two workers and PostgreSQL', {
    ...{ which: ['databaseOfWorker1'], way: silent, lastsMs: 40_000 },
  }),
  wire('mail-cut', 'the mail server takes no connection', { which: ['mail'], way: cut, lastsMs: 10_000 }),
  wire('mail-silent', 'the mail server answers nothing', { which: ['mail'], way: silent, lastsMs: 15_000 }),
  // Longer than a scan waits for an answer.
  wire('market-silent', 'a marketplace answers nothing', { which: ['market'], way: silent, lastsMs: 25_000 }),
  clock('clock-ahead', 'the clock of the machine jumps three hours ahead, and back', 3 * hourS),
  clock('clock-back', 'the clock of the machine jumps three hours back, and ahead', -3 * hourS),
  {
    ...{ name: 'disk-full', says: 'the disk of PostgreSQL is full', lastsMs: 12_000, ground: 'small-disk' },
    begin: ({ disk }) => disk!.fill(),
    end: ({ disk }) => disk!.free(),
  },
  {
    ...{ name: 'primary-lost', says: 'the machine of the primary is gone; its replica takes over' },
    ...{ lastsMs: 45_000, ground: 'replica' },
    async begin(world) {
      world.lost = await world.machines!.killPrimary()
    },
    end: ({ machines, lost }) => machines!.bringBack(lost!),
  },
]
