import { setTimeout as sleep } from 'node:timers/promises'
import { Command, CommanderError } from 'commander'
import { z } from 'zod'
import { ruleCommands } from './alerts/commands.ts'
import { dismissCommands } from './alerts/dismiss-commands.ts'
import { traceCommands } from './alerts/trace-commands.ts'
import { type Adapters, type App, createApp, loadAllAdapters, logFor, migrationsDir, version } from './app.ts'
import { clusterCommands } from './clusters/commands.ts'
import { type Config, loadConfig, processEnvironment, type Role, roles } from './config.ts'
import { interrupted, type Open, type Output } from './core/commands.ts'
import type { Db } from './core/db.ts'
import { AppError, badInput, errorMessage, setupError } from './core/errors.ts'
import type { Check } from './core/feature.ts'
import { createFetch } from './core/fetch.ts'
import { runningAddress } from './core/running-program.ts'
import { jsonForTerminal, toStderr, toStdout, withoutForeignLines } from './core/terminal.ts'
import { openDatabase } from './database.ts'
import { installationChecks } from './doctor.ts'
import { importCommand } from './imports/commands.ts'
import { listingCommands } from './listings/commands.ts'
import { serve, stopSignal } from './main.ts'
import { marketplaceCommands, parseCommand, parseFile } from './marketplaces/commands.ts'
import { notifyCommands } from './notify/commands.ts'
import { offerCommands } from './offers/commands.ts'
import { configCommand, opsCommands } from './ops/commands.ts'
import { storedCheck } from './ops/retention-routes.ts'
import { askRunning } from './scoring/ask-running.ts'
import { valueCommand } from './scoring/commands.ts'
import { sellingCommands } from './scoring/selling-commands.ts'
import { trendCommands } from './trends/commands.ts'
import { watchCommands } from './watches/commands.ts'

/** Builds the command line; nothing is opened before a command runs. */
function buildProgram(adapters: Adapters): Command {
  const program = new Command('deal-scout')
  let loaded: Config | undefined
  const config = () => {
    const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
      ({ options }) => options,
    )
    loaded ??= loadConfig({ ...processEnvironment(), adapterOptions })
    return loaded
  }
  const output = (): Output => ({
    json: program.opts().json === true,
    print(value, text) {
      const isJson = program.opts().json === true
      toStdout(`${isJson ? jsonForTerminal(value, 2) : withoutForeignLines(text(), value)}\n`)
    },
  })
  /** Commands talk on stdout; their log is for warnings only, unless a level was chosen. */
  const open =
    <Deps>(pick: (app: App, stop: AbortSignal) => Deps): Open<Deps> =>
    async (run) => {
      const stop = stopSignal()
      const base = config()
      const isLevelChosen = base.entries.some(
        ({ spec, origin }) => spec.env === 'DEAL_SCOUT_LOG_LEVEL' && origin !== 'default',
      )
      const app = await openApp(isLevelChosen ? base : { ...base, logLevel: 'warn' }, adapters, stop)
      try {
        await app.openQueue(false)
        if (stop.aborted) throw interrupted('Stopped before anything was done.')
        return await orStopped(run(pick(app, stop)), stop)
      } finally {
        await app.close()
      }
    }

  const openUnmigrated: Open<{ db: Db }> = async (run) => {
    const log = logFor({ ...config(), logLevel: 'warn' })
    const database = await openDatabase(config(), log, `deal-scout ${version}`)
    try {
      return await run(database)
    } finally {
      await database.close()
    }
  }

  program
    .description('Watches second-hand marketplaces, values and scores what it finds, and tells you.')
    .version(version)
    .option('--json', 'print JSON')
    // Before the first command is made: commands inherit these.
    .configureHelp({
      subcommandTerm: (command) =>
        `${command.name()} ${command.usage().replace(/\[(?:options|command)\] ?/g, '')}`.trimEnd(),
    })
    .exitOverride()
    .configureOutput({ outputError() {}, writeOut: toStdout, writeErr: toStderr })
    .addHelpText(
      'after',
      '\nStart with `deal-scout start`; then look at `deal-scout deals` and `deal-scout inbox`.\nOptions come from the environment or a .env file: docs/config.md.',
    )
  program
    .command('start')
    .description('runs Deal Scout until it is stopped')
    .option('--role <names>', `which parts: ${roles.join(',')} (default: DEAL_SCOUT_ROLES, all)`)
    .action(async (flags: { role?: string }) => {
      const chosen = flags.role === undefined ? config().roles : readRoles(flags.role)
      const stop = stopSignal()
      await serve(await openApp(config(), adapters, stop), chosen, stop)
    })
  listingCommands(
    program,
    open((app) => app.listings),
    output,
  )
  clusterCommands(
    program,
    open((app) => app.clusters),
    output,
  )
  offerCommands(
    program,
    open((app) => app.offers),
    output,
  )
  trendCommands(
    program,
    open((app) => app.trends),
    output,
  )
  watchCommands(
    program,
    open((app) => app.watches),
    output,
  )
  valueCommand(
    program,
    open((app) => app.value),
    output,
    async (input) => {
      const address = runningAddress(config().dataDir)
      if (address === null) return null
      const fetch = createFetch({ userAgent: `DealScout/${version}` })
      try {
        return await askRunning(fetch, address, input)
      } finally {
        await fetch.close()
      }
    },
  )
  ruleCommands(
    program,
    open((app) => app.rules),
    output,
  )
  traceCommands(
    program,
    open((app) => app.traces),
    output,
  )
  dismissCommands(
    program,
    open((app) => app.dismissals),
    output,
  )
  marketplaceCommands(
    program,
    open((app) => ({ ...app.sources, runDue: () => app.runDueScans() })),
    output,
  )
  notifyCommands(
    program,
    open((app) => app.notify),
    output,
  )
  sellingCommands(
    program,
    open((app) => app.selling),
    output,
  )
  importCommand(
    program,
    open((app, stop) => ({ ...app.imports, stop })),
    output,
    (id, file, url) => parseFile(adapters.marketplaces, id, file, url),
  )
  parseCommand(program, adapters.marketplaces)
  opsCommands(
    program,
    open((app) => ({
      db: app.db,
      jobs: () => app.openQueue(false),
      checks: () => doctorChecks(app),
    })),
    openUnmigrated,
    migrationsDir,
    output,
  )
  configCommand(program, () => config().entries, output)
  return withJsonEverywhere(program)
}

function doctorChecks(app: App): Check[] {
  return [
    ...app.checks(),
    ...installationChecks({ ...app.sources, dataDir: app.config.dataDir, owner: app.owner }),
    storedCheck(app.retention),
  ]
}

/** `--json` may stand before or after the command. */
function withJsonEverywhere(program: Command): Command {
  const visit = (command: Command) => {
    for (const child of command.commands) {
      child.option('--json', 'print JSON').hook('preAction', (_, action) => {
        if (action.opts().json === true) program.setOptionValue('json', true)
        if (action === child) refuseBadNumbers(action)
      })
      visit(child)
    }
  }
  visit(program)
  return program
}

const numberPlaceholders: Record<string, RegExp> = {
  n: /^\d+$/,
  points: /^\d+$/,
  amount: /^\d+(?:\.\d+)?$/,
  km: /^\d+(?:\.\d+)?$/,
}

/** What the help calls <n>, <points>, <amount> or <km> is a number, and an argument <id> one of ours. */
function refuseBadNumbers(command: Command): void {
  for (const option of command.options) {
    const placeholder = /<(\w+)>/.exec(option.flags)?.[1] ?? ''
    const value: unknown = command.getOptionValue(option.attributeName())
    if (typeof value === 'string' && numberPlaceholders[placeholder]?.test(value.trim()) === false) {
      throw badInput(
        `${option.long}: ${JSON.stringify(value)} is not a number such as ${placeholder === 'amount' ? '49.50' : '20'}.`,
      )
    }
  }
  for (const [index, argument] of command.registeredArguments.entries()) {
    const value: unknown = command.processedArgs[index]
    if (argument.name() === 'id' && typeof value === 'string' && !/^\d{1,15}$/.test(value)) {
      throw badInput(
        `${JSON.stringify(value)} is not an id, which is a number: see deal-scout ${command.parent?.name()} list.`,
      )
    }
  }
}

/** A group such as `rules` lists by default; a word it does not know must not be taken for an argument of that. */
function refuseUnknownSubcommand(program: Command, argv: string[]): void {
  const [group, name] = argv.filter((word) => !word.startsWith('-'))
  const found = program.commands.find((command) => command.name() === group && command.commands.length > 0)
  const names = found?.commands.map((command) => command.name()) ?? []
  if (!found || name === undefined || name === 'help' || names.includes(name)) return
  throw badInput(
    `"${group} ${name}" is not a command; there are ${names.map((known) => `${group} ${known}`).join(', ')}.`,
  )
}

function readRoles(text: string): Role[] {
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !(roles as readonly string[]).includes(name))
  if (wrong !== undefined) throw badInput(`--role: "${wrong}" is not a role; there are ${roles.join(', ')}.`)
  return names as Role[]
}

/** Opens the program. A stop that comes meanwhile waits for an embedded database, which must not be left half made. */
async function openApp(config: Config, adapters: Adapters, stop: AbortSignal): Promise<App> {
  const leave = () => process.exit(130)
  if (config.databaseUrl !== undefined) stop.addEventListener('abort', leave)
  try {
    return await createApp(config, adapters)
  } finally {
    stop.removeEventListener('abort', leave)
  }
}

const graceMs = 5_000

/** What a command comes to; once it is told to stop it has a few seconds to end by itself. */
async function orStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  const done = new AbortController()
  const late = new Promise<never>((_, reject) => {
    const wait = () =>
      sleep(graceMs, undefined, { signal: done.signal }).then(
        () => reject(interrupted('Stopped.')),
        () => {},
      )
    stop.addEventListener('abort', wait, { once: true, signal: done.signal })
  })
  try {
    return await Promise.race([work, late])
  } finally {
    done.abort()
  }
}

/** Runs a command line; resolves with the exit code. 2 = the caller can correct it, 1 = it failed here. */
export async function runCli(argv: string[]): Promise<number> {
  try {
    const program = buildProgram(await loadAllAdapters())
    refuseUnknownSubcommand(program, argv)
    await program.parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) {
      return error.exitCode === 0 ? 0 : 2
    }
    const known = asAppError(error)
    if (argv.includes('--json')) {
      const { code, message, fields } = known
      toStderr(`${jsonForTerminal({ error: { code, message, ...(fields && { fields }) } })}\n`)
    } else {
      toStderr(`deal-scout: ${known.message}\n`)
      if (known.internal !== undefined) toStderr(`${known.internal}\n`)
    }
    return known.code === 'interrupted' ? 130 : known.exitCode
  }
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof CommanderError) {
    const [problem = '', hint] = error.message.replace(/^error: /, '').split('\n')
    return badInput(
      `${problem.replace(/\.$/, '')}${hint === undefined ? '' : ` ${hint}`}. See what there is: deal-scout --help`,
    )
  }
  if (error instanceof z.ZodError) {
    const fields = Object.fromEntries(
      error.issues.map(({ path, message }) => [path.join('.') || '(whole)', message]),
    )
    return badInput(
      Object.entries(fields)
        .map(([field, problem]) => `${field}: ${problem}`)
        .join('\n'),
      fields,
    )
  }
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ERR_MODULE_NOT_FOUND') {
    return setupError(
      'incomplete-installation',
      `A part of the program is missing: ${errorMessage(error)}. Run "npm ci".`,
      error,
    )
  }
  const { syscall, path } = (error ?? {}) as NodeJS.ErrnoException
  if (syscall !== undefined && path !== undefined) {
    return setupError(
      'file-unusable',
      `${path} cannot be used (${errorMessage(error)}). Check its permissions and the space on its disk.`,
      error,
    )
  }
  return new AppError({
    code: 'internal-error',
    status: 500,
    message: `An unexpected error, please report it: ${errorMessage(error)}`,
    internal: error instanceof Error ? error.stack : undefined,
  })
}

if (import.meta.main) {
  // `deal-scout deals | head -1`: the reader has seen enough, and the command still ends in order.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  process.exitCode = await runCli(process.argv.slice(2))
}
