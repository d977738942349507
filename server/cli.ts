import { Command, CommanderError } from 'commander'
import { ruleCommands } from './alerts/commands.ts'
import { type Adapters, type App, createApp, loadAllAdapters, migrationsDir, version } from './app.ts'
import { type Config, loadConfig, processEnvironment, type Role, roles } from './config.ts'
import type { Open, Output } from './core/commands.ts'
import { AppError, badInput } from './core/errors.ts'
import { importCommand } from './imports/commands.ts'
import { listingCommands } from './listings/commands.ts'
import { serve } from './main.ts'
import { marketplaceCommands, parseCommand, parseFile } from './marketplaces/commands.ts'
import { notifyCommands } from './notify/commands.ts'
import { configCommand, opsCommands } from './ops/commands.ts'

/** Builds the command line; nothing is opened before a command runs. */
function buildProgram(adapters: Adapters): Command {
  const program = new Command('deal-scout')
  let loaded: Config | undefined
  const config = () => {
    const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(({ options }) => options)
    loaded ??= loadConfig({ ...processEnvironment(), adapterOptions })
    return loaded
  }
  const output = (): Output => ({
    json: program.opts().json === true,
    print(value, text) {
      process.stdout.write(`${program.opts().json === true ? JSON.stringify(value, null, 2) : text()}\n`)
    },
  })
  /** Commands talk on stdout; their log is for warnings only. */
  const open =
    <Deps>(pick: (app: App) => Deps): Open<Deps> =>
    async (run) => {
      const base = config()
      const quiet = base.entries.some(({ spec, origin }) => spec.env === 'DEAL_SCOUT_LOG_LEVEL' && origin !== 'default')
      const app = await createApp(quiet ? base : { ...base, logLevel: 'warn' }, adapters)
      try {
        await app.openQueue(false)
        return await run(pick(app))
      } finally {
        await app.close()
      }
    }

  program
    .description('Watches second-hand marketplaces, values and scores what it finds, and tells you.')
    .version(version)
    .option('--json', 'print JSON')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', '\nStart with `deal-scout start`; then look at `deal-scout deals` and `deal-scout inbox`.\nOptions come from the environment or a .env file: docs/config.md.')
  program
    .command('start')
    .description('runs Deal Scout until it is stopped')
    .option('--role <names>', `which parts: ${roles.join(',')} (default: DEAL_SCOUT_ROLES, all)`)
    .action(async (flags: { role?: string }) => {
      const chosen = flags.role === undefined ? config().roles : readRoles(flags.role)
      await serve(await createApp(config(), adapters), chosen)
    })
  listingCommands(program, open((app) => app.listings), output)
  ruleCommands(program, open((app) => app.rules), output)
  marketplaceCommands(program, open((app) => ({ ...app.sources, runDue: () => app.runDueScans() })), output)
  notifyCommands(program, open((app) => app.notify), output)
  importCommand(program, open((app) => app.imports), output, (id, file, url) => parseFile(adapters.marketplaces, id, file, url))
  parseCommand(program, adapters.marketplaces)
  opsCommands(program, open((app) => ({ db: app.db, migrationsDir, jobs: () => app.openQueue(false), checks: app.checks })), output)
  configCommand(program, () => config().entries, output)
  return withJsonEverywhere(program)
}

/** `--json` may stand before or after the command. */
function withJsonEverywhere(program: Command): Command {
  const visit = (command: Command) => {
    for (const child of command.commands) {
      child.option('--json', 'print JSON').hook('preAction', (_, action) => {
        if (action.opts().json === true) program.setOptionValue('json', true)
      })
      visit(child)
    }
  }
  visit(program)
  return program
}

function readRoles(text: string): Role[] {
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !(roles as readonly string[]).includes(name))
  if (wrong !== undefined) throw badInput(`--role: "${wrong}" is not a role; there are ${roles.join(', ')}.`)
  return names as Role[]
}

/** Runs a command line; resolves with the exit code. 2 = the caller can correct it, 1 = it failed here. */
export async function runCli(argv: string[]): Promise<number> {
  let program: Command | undefined
  try {
    program = buildProgram(await loadAllAdapters())
    program.exitOverride()
    for (const command of program.commands) command.exitOverride()
    await program.parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof AppError) {
      const json = argv.includes('--json')
      process.stderr.write(
        json
          ? `${JSON.stringify({ error: { code: error.code, message: error.message, ...(error.fields && { fields: error.fields }) } })}\n`
          : `deal-scout: ${error.message}\n`,
      )
      return error.exitCode
    }
    process.stderr.write(`deal-scout: an unexpected error (please report it): ${error instanceof Error ? error.stack : String(error)}\n`)
    return 1
  }
}

if (import.meta.main) process.exitCode = await runCli(process.argv.slice(2))
