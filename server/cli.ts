import { setTimeout as sleep } from 'node:timers/promises'
import { Command, CommanderError } from 'commander'
import type { Adapters } from './app/adapters.ts'
import type { App, Overrides } from './app/app.ts'
import { commandGroups, type WiredGroup, type Wiring } from './app/command-groups.ts'
import type { Role } from './app/config/config-options.ts'
import type { Config } from './app/config.ts'
import { version } from './app/installed.ts'
import type { Actor } from './core/actor.ts'
import { type Origin, withOrigin } from './core/audit.ts'
import { interrupted } from './core/commands.ts'
import type { Db } from './core/db.ts'
import { AppError, badInput, errorMessage, setupError } from './core/errors.ts'
import type { Log } from './core/log.ts'
import { stopSignal } from './core/stop-signal.ts'
import { jsonForTerminal, toStderr, toStdout, withoutForeignLines } from './core/terminal.ts'

/** Loading the program takes most of a second: help, mistakes and short commands load only what they need. */
async function buildProgram(argv: readonly string[]): Promise<Command> {
  const program = new Command('deal-scout')
  program
    .description('Watches second-hand marketplaces, values and scores what it finds, and notifies you.')
    .version(version)
    .option('--json', 'print JSON')
    .option(asOption, asMeaning)
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
  const asked = askedGroup(argv)
  let running = ''
  program.hook('preAction', (_, action) => {
    running = fullName(action)
  })
  const wiring = wire(
    program,
    () => running,
    () => asked?.begins?.includes(running) === true,
  )
  for (const group of commandGroups) {
    if (group === asked) await group.register(program, wiring)
    else declare(program, group)
  }
  return withGlobalOptions(program, asked)
}

/** The group whose command comes first on the line; `help` before it changes nothing. */
function askedGroup(argv: readonly string[]): WiredGroup | undefined {
  const words = withoutGlobalOptions(argv).filter((word) => !word.startsWith('-'))
  const name = words[0] === 'help' ? words[1] : words[0]
  return commandGroups.find(({ commands }) => commands.some(([usage]) => usage.split(' ')[0] === name))
}

/** Such as `rules add`. */
function fullName(command: Command): string {
  const { parent } = command
  return parent?.parent ? `${fullName(parent)} ${command.name()}` : command.name()
}

/** Such as `rules`. */
function topName(command: Command): string {
  return fullName(command).split(' ')[0]!
}

/** For the overview and for what was probably meant. */
function declare(program: Command, { commands }: WiredGroup): void {
  for (const [usage, description] of commands) program.command(usage).description(description)
}

const onTheMachine: Origin = { via: 'cli', actorId: null, keyId: null, address: null, userAgent: null }

/** Whose rows a command was to read or write in place of the owner's. */
async function noteActing({ audit, db }: App, { userId }: Actor, command: string): Promise<void> {
  await audit.note(db, {
    ...{ what: 'acted-as', person: userId, target: ['account', userId], details: { command } },
  })
}

/** `running`: the command that runs; `begins`: whether it may be the first on its data. */
function wire(program: Command, running: () => string, begins: () => boolean): Wiring {
  let loaded: Promise<Adapters> | undefined
  const adapters = () => {
    loaded ??= import('./app/adapters.ts').then(({ loadAllAdapters }) => loadAllAdapters())
    return loaded
  }
  const config = async () => {
    const { loadConfig, processEnvironment } = await import('./app/config.ts')
    const { marketplaces, channels } = await adapters()
    const adapterOptions = [...marketplaces.values(), ...channels.values()].flatMap(({ options }) => options)
    return loadConfig({ ...processEnvironment(), adapterOptions })
  }
  const openAlone = async <T>(name: string, run: (db: Db, log: Log) => Promise<T>): Promise<T> => {
    const [{ openDatabase }, { logFor }] = await Promise.all([
      import('./app/database.ts'),
      import('./app/telemetry/log.ts'),
    ])
    const own = await config()
    const log = logFor({ ...own, logLevel: 'warn' })
    const database = await openDatabase(own, log, name)
    try {
      return await run(database.db, log)
    } finally {
      await database.close()
    }
  }
  return {
    adapters,
    config,
    output: () => ({
      json: program.opts().json === true,
      print(value, text) {
        const isJson = program.opts().json === true
        toStdout(`${isJson ? jsonForTerminal(value, 2) : withoutForeignLines(text(), value)}\n`)
      },
    }),
    /** Commands talk on stdout; their log is for warnings only, unless a level was chosen. */
    open:
      (pick, over = {}) =>
      async (run) => {
        const stop = stopSignal()
        const base = await config()
        const isLevelChosen = base.entries.some(
          ({ spec, origin }) => spec.env === 'DEAL_SCOUT_LOG_LEVEL' && origin !== 'default',
        )
        const own = { ...base, ...(!isLevelChosen && { logLevel: 'warn' as const }), ...over }
        const app = await openApp(own, await adapters(), stop, begins())
        try {
          const actor = await app.actorFor(program.opts().as)
          await app.openQueue(false)
          if (stop.aborted) throw interrupted('Stopped before anything was done.')
          const { as } = program.opts()
          return await withOrigin(onTheMachine, async () => {
            if (as !== undefined) await noteActing(app, actor, running())
            return orStopped(run(pick(app, stop, actor), actor), stop)
          })
        } finally {
          await app.close()
        }
      },
    openUnmigrated: async (run) => {
      const { refuseEmptyFolder } = await import('./app/database.ts')
      refuseEmptyFolder(await config())
      return openAlone(`deal-scout ${version}`, (db) => run({ db }))
    },
    openAlone: (name, run) => openAlone(`deal-scout ${version} ${name}`, run),
    async start(roles) {
      const own = await config()
      const chosen = roles === undefined ? own.roles : await readRoles(roles)
      const stop = stopSignal()
      const { refuseTakenPort, run } = await import('./main.ts')
      if (chosen.includes('api')) await refuseTakenPort(own)
      const { onUncaught, openTelemetry } = await import('./app/telemetry/telemetry.ts')
      const telemetry = await openTelemetry(own, chosen)
      const forget = onUncaught(telemetry)
      try {
        const { log, tracing } = telemetry
        const open = async (onWaiting: NonNullable<Overrides['onWaiting']>) =>
          openApp(own, await adapters(), stop, true, { log, tracing, onWaiting })
        await run(own, open, chosen, stop)
      } finally {
        forget()
        await telemetry.close()
      }
    },
  }
}

const asOption = '--as <name>'
const asMeaning = 'act for the account of this name or e-mail (default: the owner)'

/** `--json` and `--as` may stand before or after the command. */
function withGlobalOptions(program: Command, asked: WiredGroup | undefined): Command {
  const visit = (command: Command) => {
    for (const child of command.commands) {
      const isPersonal = asked?.impersonal?.includes(topName(child)) !== true
      if (isPersonal) child.option(asOption, asMeaning)
      child.option('--json', 'print JSON').hook('preAction', (_, action) => {
        if (action.opts().json === true) program.setOptionValue('json', true)
        if (action.opts().as !== undefined) program.setOptionValue('as', action.opts().as)
        if (!isPersonal && program.opts().as !== undefined)
          throw badInput(`--as: ${fullName(action)} acts for nobody.`, { as: 'does not fit this command' })
        if (action === child) refuseBadNumbers(action)
      })
      visit(child)
    }
  }
  visit(program)
  return program
}

/** The line without what may stand anywhere in it. */
function withoutGlobalOptions(argv: readonly string[]): string[] {
  return argv.filter(
    (word, at) =>
      word !== '--json' && word !== '--as' && !word.startsWith('--as=') && argv[at - 1] !== '--as',
  )
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
  const [group, next = '-'] = withoutGlobalOptions(argv)
  // What follows an option is its value: `inbox --limit 5`.
  const name = next.startsWith('-') ? undefined : next
  const found = program.commands.find((command) => command.name() === group && command.commands.length > 0)
  const names = found?.commands.map((command) => command.name()) ?? []
  if (!found || name === undefined || name === 'help' || names.includes(name)) return
  throw badInput(
    `"${group} ${name}" is not a command; there are ${names.map((known) => `${group} ${known}`).join(', ')}.`,
  )
}

async function readRoles(text: string): Promise<Role[]> {
  const { roles } = await import('./app/config/config-options.ts')
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !(roles as readonly string[]).includes(name))
  if (wrong !== undefined) throw badInput(`--role: "${wrong}" is not a role; there are ${roles.join(', ')}.`)
  return names as Role[]
}

/** Opens the program. A stop that comes meanwhile waits for an embedded database, which must not be left half made. */
async function openApp(
  config: Config,
  adapters: Adapters,
  stop: AbortSignal,
  begins: boolean,
  overrides: Overrides = {},
): Promise<App> {
  const leave = () => process.exit(130)
  if (config.databaseUrl !== undefined) stop.addEventListener('abort', leave)
  try {
    const { createApp } = await import('./app/app.ts')
    return await createApp(config, adapters, overrides, { begins })
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
    const program = await buildProgram(argv)
    refuseUnknownSubcommand(program, argv)
    await program.parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError && (error.exitCode === 0 || error.code === 'commander.help')) {
      return error.exitCode === 0 ? 0 : 2
    }
    const known = await asAppError(error)
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

async function asAppError(error: unknown): Promise<AppError> {
  if (error instanceof AppError) return error
  if (error instanceof CommanderError) {
    const [problem = '', hint] = error.message.replace(/^error: /, '').split('\n')
    return badInput(
      `${problem.replace(/\.$/, '')}${hint === undefined ? '' : ` ${hint}`}. See what there is: deal-scout --help`,
    )
  }
  const { ZodError } = await import('zod')
  if (error instanceof ZodError) {
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
