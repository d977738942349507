import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { ZodError } from 'zod'
import { authorized } from '../core/actor.ts'
import type { Open, Output } from '../core/commands.ts'
import { table } from '../core/commands.ts'
import { AppError, badInput, errorMessage, notFound } from '../core/errors.ts'
import { type Rule, type RuleInput, ruleInputSchema } from '../model/rule-schema.ts'
import { type PreviewQuery, previewQuery } from './explain/preview-schema.ts'
import { previewText } from './explain/preview-text.ts'
import { importCharsMax, importRules, planImport, type RuleImport } from './import-rules.ts'
import { type ImportFormat, importFormats } from './import-tools/formats.ts'
import { asksForNothing } from './query/everything.ts'
import { wordHints } from './query/hints.ts'
import type { AlertRouteDeps } from './routes.ts'
import { clearedFields, fieldsOf, type RuleFlags, withRuleFlags } from './rule-flags.ts'
import { describeRule, wants } from './rule-words.ts'
import {
  bringBackRule,
  createRule,
  draftRule,
  patchRule,
  type RulePerson,
  readRule,
  removeRule,
  ruleView,
} from './rules.ts'
import { getRule, listRules } from './store.ts'
import { timeOf } from './times.ts'

/** `deal-scout rules …`. */
export function ruleCommands(program: Command, open: Open<AlertRouteDeps>, output: () => Output): void {
  const rules = program.command('rules').description('what you want to be notified about')
  rules
    .command('list', { isDefault: true })
    .description('all rules')
    .action(() =>
      open(async (deps, actor) => {
        const stored = await listRules(deps.db, {
          userId: authorized(actor, 'read'),
          afterId: 0,
          limit: 10_000,
        })
        const views = stored.map(ruleView)
        output().print(views, () =>
          views.length === 0
            ? 'There are no rules yet. Make one: deal-scout rules add "Road bike" --all "road bike" --max 600'
            : table(
                ['id', 'name', 'on', 'notified by', 'wants'],
                views.map((rule) => [
                  rule.id,
                  `${rule.demo ? 'DEMO ' : ''}${rule.name}`,
                  rule.enabled ? 'yes' : 'no',
                  rule.channels.join(', '),
                  wants(rule),
                ]),
              ),
        )
      }),
    )
  withRuleFlags(
    rules
      .command('add <name>')
      .description('makes a rule; it also looks at what is already there')
      .option('--everything', 'makes it though it asks for nothing: every listing matches'),
  ).action((name: string, { everything, ...flags }: RuleFlags) =>
    open(async (deps, actor) => {
      const person = await deps.personOf(authorized(actor, 'read'))
      const input = inputOf(name, flags, deps.clock.now(), person)
      if (everything !== true && asksForNothing(readRule(deps, person, input))) throw tooWide(name)
      const rule = ruleView(await createRule(deps, authorized(actor, 'write'), input))
      output().print(rule, () =>
        [`Rule ${rule.id} "${rule.name}" is made: ${wants(rule)}.`, ...hints(rule)].join('\n'),
      )
    }),
  )
  withRuleFlags(
    rules
      .command('preview <name>')
      .description('what a rule would find and would have notified, without making it'),
  )
    .option('--days <n>', 'how far to look back, 1 to 30 (default: 7)')
    .option(
      '--time-zone <name>',
      'whose days to count, e.g. Europe/Berlin (default: yours, see deal-scout profile)',
    )
    .action((name: string, flags: RuleFlags & PreviewFlags) =>
      open(async (deps, actor) => {
        const person = await deps.personOf(authorized(actor, 'read'))
        const write = readRule(deps, person, inputOf(name, flags, deps.clock.now(), person))
        const query = lookBackOf(flags)
        const preview = await deps.preview(draftRule(write, authorized(actor, 'read')), query)
        output().print(preview, () => previewText(preview))
      }),
    )
  rules
    .command('import <file>')
    .description('makes the rules of a file of this or another tool (docs/import-rules.md); all or none')
    .addOption(
      new Option('--from <tool>', 'what the file is (default: by its content)').choices(importFormats),
    )
    .option('--dry-run', 'shows what would be made and what cannot be carried over')
    .option('--everything', 'makes also rules that ask for nothing: every listing matches them')
    .action((file: string, flags: { from?: ImportFormat; dryRun?: boolean; everything?: boolean }) =>
      open(async (deps, actor) => {
        const asked = { text: readText(file), format: flags.from, everything: flags.everything }
        const done = flags.dryRun
          ? await planImport(deps, authorized(actor, 'read'), asked)
          : await importRules(deps, authorized(actor, 'write'), asked)
        const { format, rules: planned, notes } = done
        output().print({ format, rules: planned, notes }, () => importLines(done, flags.dryRun === true))
      }),
    )
  rules
    .command('show <id>')
    .description('one rule')
    .action((id: string) =>
      open(async (deps, actor) => {
        const rule = await getRule(deps.db, authorized(actor, 'read'), ruleId(id))
        if (!rule) throw notFound('rule')
        const view = ruleView(rule)
        output().print(view, () => describeRule(view, deps.clock.now()))
      }),
    )
  withRuleFlags(
    rules
      .command('edit <id>')
      .description('changes what its flags say and leaves the rest; it looks again at what is there')
      .option('--name <name>', 'another name')
      .option('--clear <flags...>', 'takes back what these flags set, e.g. --clear max place')
      .option('--on', 'switches it on')
      .option('--off', 'switches it off'),
  ).action((id: string, flags: RuleFlags) =>
    open(async (deps, actor) => {
      const userId = authorized(actor, 'write')
      const stored = await getRule(deps.db, userId, ruleId(id))
      if (!stored) throw notFound('rule')
      const patch = patchOf(flags, deps.clock.now(), stored, await deps.personOf(userId))
      const rule = ruleView(await sayingWhat('The rule', () => patchRule(deps, userId, stored.id, patch)))
      output().print(rule, () =>
        [`Rule ${rule.id} "${rule.name}" is changed: ${wants(rule)}.`, ...hints(rule)].join('\n'),
      )
    }),
  )
  rules
    .command('snooze <id> <time...>')
    .description(
      'keeps what matches and notifies of it together afterwards: 3d, 12h, until 2026-12-24, or off',
    )
    .action((id: string, time: string[]) =>
      open(async (deps, actor) => {
        const text = time.join(' ').replace(/^until\s+/i, '')
        const snoozedUntil =
          text.toLowerCase() === 'off'
            ? null
            : timeOf(text, 'The time', deps.clock.now(), 'start').toISOString()
        const rule = ruleView(await patchRule(deps, authorized(actor, 'write'), ruleId(id), { snoozedUntil }))
        output().print(rule, () =>
          rule.snoozedUntil === null
            ? `Rule ${rule.id} "${rule.name}" is awake: it notifies of what matches.`
            : `Rule ${rule.id} "${rule.name}" is snoozed until ${rule.snoozedUntil.slice(0, 16).replace('T', ' ')} UTC.`,
        )
      }),
    )
  rules
    .command('remove <id>')
    .description('deletes a rule; for 30 days "rules restore" gives it back; what was notified stays')
    .action((id: string) =>
      open(async (deps, actor) => {
        await removeRule(deps, authorized(actor, 'write'), ruleId(id))
        output().print({ removed: ruleId(id) }, () => `Rule ${ruleId(id)} is gone.`)
      }),
    )
  rules
    .command('restore <id>')
    .description('gives back a rule that was deleted in the last 30 days, with its matches')
    .action((id: string) =>
      open(async (deps, actor) => {
        const rule = ruleView(await bringBackRule(deps, authorized(actor, 'write'), ruleId(id)))
        output().print(
          rule,
          () => `Rule ${rule.id} "${rule.name}" is back${rule.enabled ? '' : ', switched off'}.`,
        )
      }),
    )
}

interface PreviewFlags {
  days?: string
  timeZone?: string
}

const amountFields = [
  'priceCentsMin',
  'priceCentsMax',
  'landedCentsMax',
  'profitCentsMin',
  'dropCentsMin',
] as const

/** The change that flags of `edit` say; throws for none. */
function patchOf(
  flags: RuleFlags,
  now: Date,
  stored: Rule,
  { units }: Pick<RulePerson, 'units'>,
): Record<string, unknown> {
  if (flags.on && flags.off) throw badInput('Give one of --on and --off.')
  const cleared = clearedFields((flags.clear as string[] | undefined) ?? [])
  const written = fieldsOf(flags, now, { currency: stored.currency, units })
  const keywords = { ...(cleared.keywords as object), ...(written.keywords as object) }
  const patch: Record<string, unknown> = {
    ...cleared,
    ...written,
    ...(Object.keys(keywords).length > 0 && { keywords }),
    ...(flags.name !== undefined && { name: flags.name }),
    ...((flags.on === true || flags.off === true) && { enabled: flags.on === true }),
  }
  const left = amountFields.filter((field) => stored[field] !== null && !(field in patch))
  if (patch.currency !== undefined && patch.currency !== stored.currency && left.length > 0)
    throw badInput(
      `Another currency does not convert the rule's amounts: write ${left.join(', ')} anew with it, or --clear them.`,
    )
  if (Object.keys(patch).length > 0) return patch
  throw badInput('Nothing is to be changed: say what by flags, such as --max 500; --help shows them.')
}

/** Amounts and distances without a unit are of the person's, a distance without a place is from their home. */
function inputOf(
  name: string,
  flags: RuleFlags,
  now: Date,
  { home, units, currency }: RulePerson,
): RuleInput {
  const fields = fieldsOf(flags, now, { currency, units })
  const isFromHome =
    home !== null && fields.radiusKm !== undefined && !('place' in fields || 'places' in fields)
  return checked({ name, currency, ...fields, ...(isFromHome && { place: home }) }, 'The rule')
}

/** The name is looked for nowhere, which is not what everybody expects. */
function tooWide(name: string): AppError {
  return badInput(
    `A rule that asks for nothing matches every listing; its name is only for you. Say what to look for, such as --all ${JSON.stringify(name)}, or --everything if you mean that.`,
  )
}

/** The number of a rule, of what a person wrote. */
function ruleId(text: string): number {
  const id = /^#?\d{1,15}$/.test(text.trim()) ? Number(text.trim().replace('#', '')) : 0
  if (id > 0) return id
  throw badInput(`${JSON.stringify(text)} is not the id of a rule: "deal-scout rules list" shows them.`)
}

function lookBackOf({ days, timeZone }: PreviewFlags): PreviewQuery {
  const query = previewQuery.safeParse({ days, timeZone })
  if (query.success) return query.data
  throw badInput(
    query.error.issues
      .map(({ path, message }) => `${path[0] === 'days' ? '--days' : '--time-zone'}: ${message}`)
      .join('\n'),
  )
}

/** Names every field that is wrong on a line of its own. */
async function sayingWhat<T>(what: string, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ZodError) throw invalid(what, fieldsOfIssues(error))
    throw error instanceof AppError && error.fields ? invalid(what, error.fields) : error
  }
}

function checked(input: unknown, what: string): RuleInput {
  const result = ruleInputSchema.safeParse(input)
  if (result.success) return result.data
  throw invalid(what, fieldsOfIssues(result.error))
}

function fieldsOfIssues(error: ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.') || '(whole)', issue.message]))
}

function invalid(what: string, fields: Record<string, string>): AppError {
  const lines = Object.entries(fields).map(([field, problem]) => `  - ${field}: ${problem}`)
  return badInput(`${what} is not valid:\n${lines.join('\n')}`, fields)
}

/** UTF-8, or UTF-16 with its mark; anything else would make wrong words of accents. */
function readText(file: string): string {
  const bytes = readBytes(file)
  if (bytes.length > importCharsMax)
    throw badInput(`${file} is larger than 5 MB: give its rules in several files.`)
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw badInput(`${file} is not written in UTF-8: save it as UTF-8 and try again.`)
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
  }
}

const linesMax = 200

function importLines({ format, rules, notes }: RuleImport, isDryRun: boolean): string {
  const ready = rules.filter(({ problems }) => Object.keys(problems).length === 0).length
  const count = `${ready} ${ready === 1 ? 'rule' : 'rules'}`
  const lines = [
    ...rules.flatMap((rule) => [
      ...(rule.wants === null
        ? [`${rule.where} is not valid:`]
        : isDryRun || rule.notes.length > 0
          ? [`"${rule.name}": ${rule.wants}.`]
          : []),
      ...Object.entries(rule.problems).map(([field, problem]) => `  - ${field}: ${problem}`),
      ...rule.notes.map((note) => `  note: ${note}`),
    ]),
    ...notes.map((note) => `note: ${note}`),
  ]
  return [
    ...lines.slice(0, linesMax),
    ...(lines.length > linesMax ? [`… and ${lines.length - linesMax} more lines.`] : []),
    isDryRun
      ? `Read as ${format}: ${count} would be made${ready < rules.length ? `, once the other ${rules.length - ready} are put right` : ''}; nothing is made yet.`
      : `${count} ${ready === 1 ? 'is' : 'are'} made.`,
  ].join('\n')
}

function hints({ keywords, query }: ReturnType<typeof ruleView>): string[] {
  return wordHints({ ...keywords, query })
}
