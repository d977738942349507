import type { Command } from 'commander'
import { authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput, notFound } from '../core/errors.ts'
import { listScans, makeScansDue } from './scanning/scan-store.ts'
import { newSourceSchema, sourceInputSchema, type Tried } from './schema.ts'
import { connectSource, disconnectSource, type SourceDeps, tryOnly } from './sources.ts'
import { sourceLines } from './state/source-lines.ts'
import { sourceViews, viewSource } from './state/views.ts'
import { getSource } from './store.ts'

export interface ScanCommandDeps extends SourceDeps {
  /** Runs what is due in this process until nothing is. */
  runDue(): Promise<void>
}

/** `deal-scout scan`, `deal-scout sources …`. */
export function marketplaceCommands(
  program: Command,
  open: Open<ScanCommandDeps>,
  output: () => Output,
): void {
  program
    .command('scan')
    .description('scans now what is planned, without waiting for its time')
    .option('--source <id>', 'only this source')
    .action((flags: { source?: string }) =>
      open(async (deps, actor) => {
        const sourceId = flags.source === undefined ? undefined : readId(flags.source)
        const userId = authorized(actor, 'write')
        if (sourceId !== undefined && !(await getSource(deps.db, sourceId, userId))) throw notFound('source')
        await makeScansDue(deps.db, deps.clock.now(), { sourceId, userId })
        await deps.runDue()
        const scans = await listScans(deps.db, {
          userId,
          afterId: 0,
          limit: 1000,
          now: deps.clock.now(),
        })
        const run = scans.filter((scan) => sourceId === undefined || scan.sourceId === sourceId)
        output().print(run, () =>
          run.length === 0
            ? 'Nothing is planned: connect a source (deal-scout sources add) and make a rule (deal-scout rules add).'
            : table(
                ['source', 'outcome', 'found', 'rules', 'why'],
                run.map((scan) => [
                  scan.source,
                  scan.lastOutcome,
                  scan.lastFound,
                  scan.ruleIds.length,
                  scan.lastReason ??
                    (scan.cooldownUntil ? `in cooldown until ${scan.cooldownUntil.toISOString()}` : ''),
                ]),
              ),
        )
      }),
    )
  const sources = program.command('sources').description('connections to marketplaces')
  sources
    .command('list', { isDefault: true })
    .description('all sources and how they are')
    .action(() =>
      open(async (deps, actor) => {
        const views = await sourceViews(deps, authorized(actor, 'read'))
        output().print(views, () =>
          views.length === 0
            ? `No source is connected. Connect one: deal-scout sources add feed --set url=https://…  (there are ${[...deps.marketplaces.keys()].join(', ')})`
            : table(
                ['id', 'marketplace', 'name', 'state', 'why'],
                views.map((view) => [
                  view.id,
                  view.marketplace,
                  view.demo ? `${view.name} (DEMO)` : view.name,
                  view.unproven ? `${view.state}, unproven` : view.state,
                  view.stateReason ?? '',
                ]),
              ),
        )
      }),
    )
  sources
    .command('show <id>')
    .description(
      'how a source is, what its site filters and what is filtered here, its terms, and what is left where it refuses',
    )
    .action((id: string) => {
      const sourceId = readId(id)
      return open(async (deps, actor) => {
        const view = await viewSource(deps, authorized(actor, 'read'), sourceId)
        output().print(view, () => sourceLines(view, deps.marketplaces.get(view.marketplace)).join('\n'))
      })
    })
  sources
    .command('add <marketplace>')
    .description('tries a source and connects it when it can be read; its first listings remove the demo')
    .option('--name <name>', 'how to call it')
    .option('--set <field=value...>', 'its fields; see GET /api/marketplaces')
    .option('--browse', 'scan its newest listings without any rule, too')
    .option('--untried', 'connects it without a try')
    .option('--personal', 'only you see what it shows, and only your rules search it')
    .option('--shared', "everybody sees what it shows (the operator's default)")
    .option('--remove-demo', 'removes the demo at once')
    .action((marketplace: string, flags: AddFlags) => {
      if (flags.personal && flags.shared)
        throw badInput('A source is either --personal or --shared: give one of them.')
      const input = newSourceSchema.parse({
        ...inputOf(marketplace, flags),
        try: flags.untried !== true,
        removeDemo: flags.removeDemo,
        shared: flags.personal ? false : flags.shared,
      })
      return open(async (deps, actor) => {
        const source = await connectSource(deps, actor, input)
        output().print(source, () =>
          [
            `Source ${source.id} "${source.name}" is connected${source.shared ? '' : ', for you alone'}.`,
            ...triedLines(source.tried),
          ].join('\n'),
        )
      })
    })
  sources
    .command('try <marketplace>')
    .description('reads a source once and says what it would bring; connects nothing')
    .option('--set <field=value...>', 'its fields; see GET /api/marketplaces')
    .action((marketplace: string, flags: AddFlags) => {
      const input = sourceInputSchema.parse(inputOf(marketplace, flags))
      return open(async (deps, actor) => {
        const tried = await tryOnly(deps, authorized(actor, 'write'), input)
        output().print(tried, () => triedLines(tried).join('\n'))
      })
    })
  sources
    .command('remove <id>')
    .description('disconnects a source; its listings stay')
    .action((id: string) =>
      open(async (deps, actor) => {
        const sourceId = readId(id)
        await disconnectSource(deps, authorized(actor, 'write'), sourceId)
        output().print({ removed: sourceId }, () => `Source ${id} is disconnected.`)
      }),
    )
}

interface AddFlags {
  name?: string
  set?: string[]
  browse?: boolean
  untried?: boolean
  personal?: boolean
  shared?: boolean
  removeDemo?: boolean
}

function inputOf(marketplace: string, { name, set = [], browse }: AddFlags) {
  return { marketplace, name, settings: Object.fromEntries(set.map(readPair)), browse }
}

function triedLines({ sentence, samples }: Tried): string[] {
  return [sentence, ...samples.map((title) => `  ${title}`)]
}

function readId(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw badInput(`"${text}" is not the id of a source: see deal-scout sources list.`)
  return Number(text)
}

function readPair(pair: string): [string, string] {
  const at = pair.indexOf('=')
  if (at <= 0) throw badInput('Fields are given as field=value, e.g. url=https://example.com/…')
  return [pair.slice(0, at), pair.slice(at + 1)]
}
