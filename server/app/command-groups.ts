import type { Command } from 'commander'
import type { Open, Output } from '../core/commands.ts'
import type { Db } from '../core/db.ts'
import type { Check } from '../core/feature.ts'
import type { Adapters } from './adapters.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import { version } from './installed.ts'

/** What commands are given; nothing of it is opened, or even loaded, before a command runs. */
export interface Wiring {
  /** `over` goes before what is configured. */
  open<Deps>(pick: (app: App, stop: AbortSignal) => Deps, over?: Partial<Config>): Open<Deps>
  /** The database as it is, not migrated. */
  openUnmigrated: Open<{ db: Db }>
  adapters(): Promise<Adapters>
  config(): Promise<Config>
  output(): Output
  /** Runs the program until it is stopped. */
  start(roles: string | undefined): Promise<void>
}

/** Commands of one module, which is loaded when one of them is asked for. */
export interface CommandGroup {
  /** As its module declares each: `[usage, description]`. The overview shows these; a test holds them to the modules. */
  commands: readonly (readonly [usage: string, description: string])[]
  /** Full names of those that may be the first on a data folder or database. */
  begins?: readonly string[]
  register(program: Command, wiring: Wiring): Promise<void>
}

/** In the order of the overview. */
export const commandGroups: readonly CommandGroup[] = [
  {
    commands: [['start', 'runs Deal Scout until it is stopped']],
    begins: ['start'],
    async register(program, { start }) {
      const { roles } = await import('./config-options.ts')
      program
        .command('start')
        .description('runs Deal Scout until it is stopped')
        .option('--role <names>', `which parts: ${roles.join(',')} (default: DEAL_SCOUT_ROLES, all)`)
        .action((flags: { role?: string }) => start(flags.role))
    },
  },
  {
    commands: [
      ['deals [words...]', 'what is for sale now, best deal first'],
      ['show <listing>', 'everything about one listing: its value, score, profit, prices and comparables'],
    ],
    async register(program, { open, output }) {
      const { listingCommands } = await import('../listings/commands.ts')
      listingCommands(
        program,
        open((app) => app.listings),
        output,
      )
    },
  },
  {
    commands: [['clusters', 'listings that are the same thing']],
    async register(program, { open, output }) {
      const { clusterCommands } = await import('../clusters/commands.ts')
      clusterCommands(
        program,
        open((app) => app.clusters),
        output,
      )
    },
  },
  {
    commands: [
      [
        'message <listing>',
        'a draft to the seller of a listing, with an opening offer; you send it yourself',
      ],
      ['templates', 'texts that messages are drafted from'],
    ],
    begins: ['templates add'],
    async register(program, { open, output }) {
      const { offerCommands } = await import('../offers/commands.ts')
      offerCommands(
        program,
        open((app) => app.offers),
        output,
      )
    },
  },
  {
    commands: [['trends [words...]', 'what things ask, sell for and how fast they go, by week']],
    async register(program, { open, output }) {
      const { trendCommands } = await import('../trends/commands.ts')
      trendCommands(
        program,
        open((app) => app.trends),
        output,
      )
    },
  },
  {
    commands: [['watch', 'single listings that you follow']],
    begins: ['watch add'],
    async register(program, { open, output }) {
      const { watchCommands } = await import('../watches/commands.ts')
      watchCommands(
        program,
        open((app) => app.watches),
        output,
      )
    },
  },
  {
    commands: [
      ['value <title...>', 'what a thing is worth by comparable listings, with an interval and the listings'],
    ],
    async register(program, { open, output, config }) {
      const { valueCommand } = await import('../scoring/commands.ts')
      valueCommand(
        program,
        open((app) => app.value),
        output,
        async (input) => {
          const { runningAddress } = await import('../core/running-program.ts')
          const address = runningAddress((await config()).dataDir)
          if (address === null) return null
          const { createFetch } = await import('../core/fetch.ts')
          const { askRunning } = await import('../scoring/value/ask-running.ts')
          const fetch = createFetch({ userAgent: `DealScout/${version}` })
          try {
            return await askRunning(fetch, address, input)
          } finally {
            await fetch.close()
          }
        },
      )
    },
  },
  {
    commands: [['rules', 'what you want to be told about']],
    begins: ['rules add', 'rules import'],
    async register(program, { open, output }) {
      const { ruleCommands } = await import('../rules/commands.ts')
      ruleCommands(
        program,
        open((app) => app.rules),
        output,
      )
    },
  },
  {
    commands: [['why <listing>', 'why you were, or were not, told of a listing']],
    async register(program, { open, output }) {
      const { traceCommands } = await import('../rules/explain/trace-commands.ts')
      traceCommands(
        program,
        open((app) => app.traces),
        output,
      )
    },
  },
  {
    commands: [
      ['matches <rule>', 'what a rule matched, newest first'],
      [
        'dismiss <listing>',
        'says that a match was not wanted and why; suggests the change that would have prevented it',
      ],
    ],
    async register(program, { open, output }) {
      const { dismissCommands } = await import('../rules/dismiss/dismiss-commands.ts')
      dismissCommands(
        program,
        open((app) => app.dismissals),
        output,
      )
    },
  },
  {
    commands: [
      ['scan', 'scans now what is planned, without waiting for its time'],
      ['sources', 'connections to marketplaces'],
    ],
    begins: ['sources add', 'sources try'],
    async register(program, { open, output }) {
      const { marketplaceCommands } = await import('../sources/commands.ts')
      marketplaceCommands(
        program,
        open((app) => ({ ...app.sources, runDue: () => app.runDueScans() })),
        output,
      )
    },
  },
  {
    commands: [
      ['inbox', 'what you were told, newest first, with the state of each delivery'],
      ['deliveries', 'the ledger: what became of every message'],
      ['when', 'when you are told: digests, quiet hours, limits'],
      ['channels', 'where you are told'],
    ],
    begins: ['channels set', 'when set'],
    async register(program, { open, output }) {
      const { notifyCommands } = await import('../notify/commands.ts')
      notifyCommands(
        program,
        open((app) => app.notify),
        output,
      )
    },
  },
  {
    commands: [['settings', 'your own settings']],
    begins: ['settings selling set'],
    async register(program, { open, output }) {
      const { sellingCommands } = await import('../scoring/resale/selling-commands.ts')
      sellingCommands(
        program,
        open((app) => app.selling),
        output,
      )
    },
  },
  {
    commands: [
      [
        'import <files...>',
        'takes in listings from CSV, JSON, JSONL (gzipped or not) or a saved marketplace page; see docs/import.md',
      ],
    ],
    begins: ['import'],
    async register(program, { open, adapters, output }) {
      const [{ importCommand }, { parseFile }] = await Promise.all([
        import('../imports/commands.ts'),
        import('../sources/parse-command.ts'),
      ])
      importCommand(
        program,
        open((app, stop) => ({ ...app.imports, stop })),
        output,
        async (id, file, url) => parseFile((await adapters()).marketplaces, id, file, url),
      )
    },
  },
  {
    commands: [
      [
        'parse <marketplace> <file>',
        "prints what a marketplace's parser sees in a saved page or answer, as JSON; touches nothing",
      ],
    ],
    async register(program, { adapters }) {
      const { parseCommand } = await import('../sources/parse-command.ts')
      parseCommand(program, async () => (await adapters()).marketplaces)
    },
  },
  {
    commands: [
      ['jobs', 'background work: what waits, and what failed for good'],
      ['doctor', 'checks whether everything Deal Scout needs is there'],
      ['migrate', 'brings the database up to date (also done at a start)'],
      ['config', 'the effective configuration, secrets masked'],
    ],
    begins: ['migrate'],
    async register(program, { open, openUnmigrated, config, output }) {
      const [{ opsCommands }, { configCommand }, { migrationsDir }] = await Promise.all([
        import('../ops/commands.ts'),
        import('./config-command.ts'),
        import('./installed.ts'),
      ])
      opsCommands(
        program,
        open((app) => ({ db: app.db, jobs: () => app.openQueue(false), checks: () => doctorChecks(app) })),
        { asItIs: openUnmigrated, migrated: open(({ db }) => ({ db }), { databaseMigrate: 'auto' }) },
        migrationsDir,
        output,
      )
      configCommand(program, async () => (await config()).entries, output)
    },
  },
]

async function doctorChecks(app: App): Promise<Check[]> {
  const [{ installationChecks }, { storedCheck }] = await Promise.all([
    import('./doctor.ts'),
    import('../ops/retention-routes.ts'),
  ])
  return [
    ...app.checks(),
    ...installationChecks({ ...app.sources, dataDir: app.config.dataDir, owner: app.owner }),
    storedCheck(app.retention),
  ]
}
