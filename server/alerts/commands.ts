import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Open, Output } from '../core/commands.ts'
import { table } from '../core/commands.ts'
import { AppError, badInput, errorMessage, notFound } from '../core/errors.ts'
import { minorDigits, toMinorUnits } from '../core/money.ts'
import { type ScoreWeightsChoice, scorePartNames, weightPresetNames } from '../scoring/schema.ts'
import { previewText } from './preview-text.ts'
import type { AlertRouteDeps } from './routes.ts'
import { createRule, defaultRadiusKm, draftRule, readRule, removeRule, ruleView } from './rules.ts'
import { type RuleInput, type RuleView, ruleInputSchema } from './schema.ts'
import { type PreviewQuery, previewQuery } from './schema-preview.ts'
import { getRule, listRules } from './store.ts'

interface RuleFlags {
  name: string
  all?: string[]
  any?: string[]
  none?: string[]
  category?: string[]
  condition?: string[]
  min?: string
  max?: string
  currency?: string
  near?: string
  radiusKm?: string
  score?: string
  weights?: string
  marketplace?: string[]
  channel?: string[]
  days?: string
  timeZone?: string
}

/** `deal-scout rules …`. */
export function ruleCommands(program: Command, open: Open<AlertRouteDeps>, output: () => Output): void {
  const rules = program.command('rules').description('what you want to be told about')
  rules
    .command('list', { isDefault: true })
    .description('all rules')
    .action(() =>
      open(async (deps) => {
        const stored = await listRules(deps.db, {
          userId: await deps.currentUser(),
          afterId: 0,
          limit: 10_000,
        })
        const views = stored.map(ruleView)
        output().print(views, () =>
          views.length === 0
            ? 'There are no rules yet. Make one: deal-scout rules add "Road bike" --all "road bike" --max 600'
            : table(
                ['id', 'name', 'on', 'told by', 'wants'],
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
    rules.command('add <name>').description('makes a rule; it also looks at what is already there'),
  ).action((name: string, flags: RuleFlags) =>
    open(async (deps) => {
      const rule = ruleView(await createRule(deps, await deps.currentUser(), inputOf({ ...flags, name })))
      output().print(rule, () => `Rule ${rule.id} "${rule.name}" is made: ${wants(rule)}.`)
    }),
  )
  withRuleFlags(
    rules
      .command('preview <name>')
      .description('what a rule would find and would have told, without making it'),
  )
    .option('--days <n>', 'how far to look back, 1 to 30 (default: 7)')
    .option('--time-zone <name>', 'whose days to count, e.g. Europe/Berlin (default: UTC)')
    .action((name: string, flags: RuleFlags) =>
      open(async (deps) => {
        const write = readRule(deps, inputOf({ ...flags, name }))
        const query = lookBackOf(flags)
        const preview = await deps.preview(draftRule(write, await deps.currentUser()), query)
        output().print(preview, () => previewText(preview))
      }),
    )
  rules
    .command('import <file>')
    .description('makes rules from a JSON file: one rule or a list, in the shape of POST /api/rules')
    .action((file: string) =>
      open(async (deps) => {
        const parsed = readJson(file)
        const inputs = (Array.isArray(parsed) ? parsed : [parsed]).map((input, index) =>
          usable(deps, input, `${file}, rule ${index + 1}`),
        )
        const made: RuleView[] = []
        for (const input of inputs)
          made.push(ruleView(await createRule(deps, await deps.currentUser(), input)))
        output().print(made, () => `${made.length} ${made.length === 1 ? 'rule is' : 'rules are'} made.`)
      }),
    )
  rules
    .command('show <id>')
    .description('one rule')
    .action((id: string) =>
      open(async (deps) => {
        const rule = await getRule(deps.db, await deps.currentUser(), Number(id))
        if (!rule) throw notFound('rule')
        const view = ruleView(rule)
        output().print(view, () => describe(view))
      }),
    )
  rules
    .command('remove <id>')
    .description('deletes a rule and its matches; what was told stays')
    .action((id: string) =>
      open(async (deps) => {
        await removeRule(deps, await deps.currentUser(), Number(id))
        output().print({ removed: Number(id) }, () => `Rule ${id} is gone.`)
      }),
    )
}

function withRuleFlags(command: Command): Command {
  return command
    .option('--all <terms...>', 'every one of these words or phrases')
    .option('--any <terms...>', 'at least one of these')
    .option('--none <terms...>', 'none of these')
    .option('--category <names...>', 'categories')
    .option('--condition <names...>', 'conditions')
    .option('--min <amount>', 'lowest price, e.g. 50')
    .option('--max <amount>', 'highest price, e.g. 600 or 599.99')
    .option('--currency <code>', 'currency of the prices', 'USD')
    .option('--near <place>', 'ZIP code or city')
    .option('--radius-km <km>', `distance from the place (default: ${defaultRadiusKm})`)
    .option('--score <points>', 'least deal score, 0 to 100')
    .option('--weights <name>', `what a good deal is: ${weightPresetNames.join(', ')} (default: balanced)`)
    .option('--marketplace <ids...>', 'only these marketplaces')
    .option('--channel <ids...>', 'where to tell (default: inbox)')
}

function inputOf(flags: RuleFlags): RuleInput {
  const currency = (flags.currency ?? 'USD').toUpperCase()
  return checked(
    {
      name: flags.name,
      keywords: { all: flags.all, any: flags.any, none: flags.none },
      categories: flags.category,
      conditions: flags.condition,
      priceCentsMin: amount('--min', flags.min, currency),
      priceCentsMax: amount('--max', flags.max, currency),
      currency,
      place: flags.near,
      radiusKm: figure('--radius-km', flags.radiusKm),
      scoreMin: figure('--score', flags.score),
      weights: flags.weights,
      marketplaces: flags.marketplace,
      channels: flags.channel,
    },
    'The rule',
  )
}

/** Minor units of what a person wrote behind a flag. */
function amount(flag: string, text: string | undefined, currency: string): number | undefined {
  if (text === undefined) return undefined
  const cents = toMinorUnits(text, currency)
  if (cents !== null) return cents
  throw badInput(
    `${flag} ${JSON.stringify(text)} is not an amount: write a number of ${currency} without its sign, such as 600 or 599.99.`,
  )
}

function lookBackOf({ days, timeZone }: RuleFlags): PreviewQuery {
  const query = previewQuery.safeParse({ days, timeZone })
  if (query.success) return query.data
  throw badInput(
    query.error.issues
      .map(({ path, message }) => `${path[0] === 'days' ? '--days' : '--time-zone'}: ${message}`)
      .join('\n'),
  )
}

function figure(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value)) return value
  throw badInput(`${flag} ${JSON.stringify(text)} is not a number.`)
}

/** Checked in every way before anything of a file is made. */
function usable(deps: AlertRouteDeps, input: unknown, what: string): RuleInput {
  const rule = checked(input, what)
  try {
    readRule(deps, rule)
  } catch (error) {
    throw error instanceof AppError && error.fields ? invalid(what, error.fields) : error
  }
  return rule
}

function checked(input: unknown, what: string): RuleInput {
  const result = ruleInputSchema.safeParse(input)
  if (result.success) return result.data
  throw invalid(
    what,
    Object.fromEntries(
      result.error.issues.map((issue) => [issue.path.join('.') || '(whole)', issue.message]),
    ),
  )
}

function invalid(what: string, fields: Record<string, string>): AppError {
  const lines = Object.entries(fields).map(([field, problem]) => `  - ${field}: ${problem}`)
  return badInput(`${what} is not valid:\n${lines.join('\n')}`, fields)
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw badInput(`${file} cannot be read as JSON: ${errorMessage(error)}`)
  }
}

function describe(rule: RuleView): string {
  const day = (time: string) => time.slice(0, 10)
  return [
    `Rule ${rule.id} "${rule.name}"${rule.demo ? ' (DEMO)' : ''}: ${wants(rule)}.`,
    rule.channels.length === 0
      ? 'It tells nobody: it has no channel.'
      : `It tells by ${rule.channels.join(', ')}.`,
    `It is switched ${rule.enabled ? 'on' : 'off'}, was made on ${day(rule.createdAt)} and last changed on ${day(rule.updatedAt)}.`,
  ].join('\n')
}

/** What a rule asks for, in words. */
function wants(rule: RuleView): string {
  const money = (cents: number) => `${cents / 10 ** minorDigits(rule.currency)} ${rule.currency}`
  const list = (terms: string[], last: string) =>
    terms.map((term) => (/\s/.test(term) ? `"${term}"` : term)).join(last)
  const { all, any, none } = rule.keywords
  return (
    [
      list(all, ' and '),
      any.length > 0 ? `any of ${list(any, ', ')}` : '',
      none.length > 0 ? `not ${list(none, ', ')}` : '',
      rule.categories.join(' or '),
      rule.conditions.join(' or '),
      rule.priceCentsMin === null ? '' : `from ${money(rule.priceCentsMin)}`,
      rule.priceCentsMax === null ? '' : `up to ${money(rule.priceCentsMax)}`,
      rule.places.map(({ label, radiusKm }) => `within ${radiusKm} km of ${label}`).join(' or '),
      rule.scoreMin === null ? '' : `score at least ${rule.scoreMin}`,
      rule.weights === null ? '' : `scored ${weightsText(rule.weights)}`,
      rule.marketplaces.length > 0 ? `on ${rule.marketplaces.join(' or ')}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'everything'
  )
}

/** "as flipper" or, of own weights, "by price 60 + condition 40". */
function weightsText(weights: ScoreWeightsChoice): string {
  if (typeof weights === 'string') return `as ${weights}`
  const parts = scorePartNames.filter((name) => weights[name] > 0)
  return `by ${parts.map((name) => `${name} ${weights[name]}`).join(' + ')}`
}
