import { accountCommandGroup, profileCommandGroup } from '../accounts/command-group.ts'
import { auditCommandGroup } from '../audit/command-group.ts'
import { captureCommandGroup } from '../captures/command-group.ts'
import { clusterCommandGroup } from '../clusters/command-group.ts'
import { type Actor, authorized } from '../core/actor.ts'
import type { CommandGroup, Open, OpenDatabase, Output } from '../core/commands.ts'
import type { Db } from '../core/db.ts'
import type { Check } from '../core/feature.ts'
import type { Log } from '../core/log.ts'
import { importCommandGroup } from '../imports/command-group.ts'
import { listingCommandGroup } from '../listings/command-group.ts'
import { mailboxCommandGroup } from '../mailbox/command-group.ts'
import { mcpCommandGroup } from '../mcp/command-group.ts'
import { notifyCommandGroup } from '../notify/command-group.ts'
import { offerCommandGroup } from '../offers/command-group.ts'
import { backupCommandGroup } from '../ops/backup/command-group.ts'
import { databaseCommandGroup } from '../ops/database/command-group.ts'
import { logLevelCommandGroup } from '../ops/log-level/command-group.ts'
import { secretCommandGroup } from '../ops/secrets/command-group.ts'
import { upgradeCommandGroup } from '../ops/upgrade/command-group.ts'
import { rateCommandGroup } from '../rates/command-group.ts'
import { dismissCommandGroup, ruleCommandGroup, traceCommandGroup } from '../rules/command-group.ts'
import { sellingCommandGroup, valueCommandGroup } from '../scoring/command-group.ts'
import { sellCommandGroup } from '../sell/command-group.ts'
import { photoCommandGroup } from '../sell/photos/command-group.ts'
import { connectionCommandGroup, parseCommandGroup, sourceCommandGroup } from '../sources/command-group.ts'
import { trendCommandGroup } from '../trends/command-group.ts'
import { watchCommandGroup } from '../watches/command-group.ts'
import type { Adapters } from './adapters.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import { version } from './installed.ts'

/** What commands are given; nothing of it is opened, or even loaded, before a command runs. */
export interface Wiring {
  /** `over` goes before what is configured. */
  open<Deps>(pick: (app: App, stop: AbortSignal, actor: Actor) => Deps, over?: Partial<Config>): Open<Deps>
  openUnmigrated: OpenDatabase
  /** The database as it is, also where there is none yet; connected under a name of its own. */
  openAlone<T>(name: string, run: (db: Db, log: Log) => Promise<T>): Promise<T>
  adapters(): Promise<Adapters>
  config(): Promise<Config>
  output(): Output
  /** Runs the program until it is stopped. */
  start(roles: string | undefined): Promise<void>
}

/** Commands of one module, given the wiring. */
export type WiredGroup = CommandGroup<[wiring: Wiring]>

/** A group whose commands work with what a feature of the open program has. */
function wired<Deps>(
  group: CommandGroup<[open: Open<Deps>, output: () => Output]>,
  pick: (app: App) => Deps,
): WiredGroup {
  return { ...group, register: (program, { open, output }) => group.register(program, open(pick), output) }
}

/** In the order of the overview. */
export const commandGroups: readonly WiredGroup[] = [
  {
    commands: [['start', 'runs Deal Scout until it is stopped']],
    impersonal: ['start'],
    begins: ['start'],
    async register(program, { start }) {
      const { roles } = await import('./config/config-options.ts')
      program
        .command('start')
        .description('runs Deal Scout until it is stopped')
        .option('--role <names>', `which parts: ${roles.join(',')} (default: DEAL_SCOUT_ROLES, all)`)
        .action((flags: { role?: string }) => start(flags.role))
    },
  },
  wired(listingCommandGroup, (app) => app.listings),
  wired(clusterCommandGroup, (app) => app.clusters),
  wired(offerCommandGroup, (app) => app.offers),
  wired(trendCommandGroup, (app) => app.trends),
  wired(sellCommandGroup, (app) => app.sell),
  wired(photoCommandGroup, (app) => app.sell),
  wired(watchCommandGroup, (app) => app.watches),
  {
    ...valueCommandGroup,
    register: (program, { open, output, config }) =>
      valueCommandGroup.register(
        program,
        open((app) => app.value),
        output,
        async (input) => {
          const { runningProgram } = await import('../core/running-program.ts')
          const running = runningProgram((await config()).dataDir)
          if (running === null) return null
          const { createFetch } = await import('../core/fetch.ts')
          const { askRunning } = await import('../scoring/value/answer/ask-running.ts')
          const fetch = createFetch({ userAgent: `DealScout/${version}` })
          try {
            return await askRunning(fetch, running, input)
          } finally {
            await fetch.close()
          }
        },
      ),
  },
  wired(ruleCommandGroup, (app) => app.rules),
  wired(traceCommandGroup, (app) => app.traces),
  wired(dismissCommandGroup, (app) => app.dismissals),
  wired(sourceCommandGroup, (app) => app.sources),
  wired(connectionCommandGroup, (app) => app.connections),
  wired(mailboxCommandGroup, (app) => app.mailboxes),
  wired(notifyCommandGroup, (app) => app.notify),
  wired(profileCommandGroup, (app) => app.me),
  wired(rateCommandGroup, (app) => app.rates),
  wired(sellingCommandGroup, (app) => app.selling),
  wired(accountCommandGroup, (app) => app.accounts),
  wired(auditCommandGroup, (app) => app.auditing),
  wired(secretCommandGroup, (app) => app.sealing),
  wired(databaseCommandGroup, ({ db, config }) => ({
    session: (run) => db.session(run),
    poolSize: config.databasePoolSize,
  })),
  wired(logLevelCommandGroup, ({ db, audit }) => ({ db, audit })),
  {
    ...backupCommandGroup,
    register: (program, { open, output, openAlone, config }) =>
      backupCommandGroup.register(program, {
        ...{ open: open((app) => app.backups), output },
        async placeAt(address) {
          const { backupPlaceAt } = await import('./database.ts')
          return backupPlaceAt(address, await config())
        },
        async toMoment(address, wanted) {
          const { restoreArchived } = await import('./archive.ts')
          return restoreArchived(await config(), address, wanted)
        },
        restoring: (run) =>
          openAlone('restore', async (db, log) => {
            const { migrationsDir } = await import('./installed.ts')
            return run({ db, log, migrationsDir, release: version })
          }),
      }),
  },
  {
    ...upgradeCommandGroup,
    register: (program, { openAlone, config, output }) =>
      upgradeCommandGroup.register(
        program,
        async () => {
          const own = await config()
          const { lookAtUpgradeOf, refuseEmptyFolder } = await import('./database.ts')
          refuseEmptyFolder(own)
          return openAlone('upgrade-check', (db) => lookAtUpgradeOf(own, db))
        },
        output,
      ),
  },
  {
    ...importCommandGroup,
    register: (program, { open, adapters, output }) =>
      importCommandGroup.register(
        program,
        open((app, stop) => ({ ...app.imports, stop })),
        output,
        async (id, file, url) => {
          const { parseFile } = await import('../sources/parse-command.ts')
          return parseFile((await adapters()).marketplaces, id, file, url)
        },
      ),
  },
  wired(captureCommandGroup, (app) => app.captures),
  {
    ...mcpCommandGroup,
    register: (program, { open }) =>
      mcpCommandGroup.register(
        program,
        open(({ mcp }, stop) => ({ mcp, stop })),
      ),
  },
  {
    ...parseCommandGroup,
    register: (program, { adapters }) =>
      parseCommandGroup.register(program, async () => (await adapters()).marketplaces),
  },
  {
    commands: [
      ['jobs', 'background work: what waits, and what failed for good'],
      ['doctor', 'checks whether everything Deal Scout needs is there'],
      ['migrate', 'brings the database up to date (also done at a start)'],
      ['config', 'the effective configuration, secrets masked'],
    ],
    begins: ['migrate'],
    impersonal: ['jobs', 'migrate', 'config'],
    async register(program, { open, openUnmigrated, config, output }) {
      const [{ opsCommands }, { configCommand }, { migrationsDir }] = await Promise.all([
        import('../ops/commands.ts'),
        import('./config/config-command.ts'),
        import('./installed.ts'),
      ])
      opsCommands(
        program,
        open((app, _, actor) => ({
          db: app.db,
          jobs: () => app.openQueue(false),
          checks: () => doctorChecks(app, actor),
          readiness: () => readinessOf(app),
        })),
        { asItIs: openUnmigrated, migrated: open(({ db }) => ({ db }), { databaseMigrate: 'auto' }) },
        migrationsDir,
        output,
      )
      configCommand(program, async () => (await config()).entries, output)
    },
  },
]

async function readinessOf(app: App): Promise<Check[]> {
  const [{ readiness }, { lookAround }] = await Promise.all([
    import('./readiness/readiness.ts'),
    import('./readiness/situation.ts'),
  ])
  const queue = await app.openQueue(false)
  const situation = await lookAround({
    ...{ config: app.config, db: app.db, clock: app.clock, isEmbedded: app.embedded, claimed: app.claimed },
    ...{ channels: app.adapters.channels, adapterOptions: app.config.adapters },
    schedulerSecondsAgo: () => queue.scheduledSecondsAgo(),
  })
  return readiness(situation).map(({ name, ok, detail }) => ({
    ...{ name, critical: false },
    run: async () => ({ ok, detail }),
  }))
}

async function doctorChecks(app: App, actor: Actor): Promise<Check[]> {
  const [{ installationOf }, { storedCheck }] = await Promise.all([
    import('./doctor.ts'),
    import('../ops/retention-routes.ts'),
  ])
  return [
    ...app.checks(),
    ...installationOf(app.config, app.sources, authorized(actor, 'read')),
    storedCheck(app.retention),
  ]
}
