import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { Open, Output } from '../core/commands.ts'
import { table } from '../core/commands.ts'
import { badInput, errorMessage, notFound } from '../core/errors.ts'
import type { AlertRouteDeps } from './routes.ts'
import { createRule, draftRule, readRule, removeRule, ruleView } from './rules.ts'
import { type RuleInput, ruleInputSchema, type RuleView } from './schema.ts'
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
  marketplace?: string[]
  channel?: string[]
}

/** `deal-scout rules …`. */
export function ruleCommands(program: Command, open: Open<AlertRouteDeps>, output: () => Output): void {
  const rules = program.command('rules').description('what you want to be told about')
  rules
    .command('list', { isDefault: true })
    .description('all rules')
    .action(() =>
      open(async (deps) => {
        const stored = await listRules(deps.db, { userId: await deps.currentUser(), afterId: 0, limit: 10_000 })
        const views = stored.map(ruleView)
        output().print(views, () =>
          views.length === 0
            ? 'There are no rules yet. Make one: deal-scout rules add "Road bike" --all "road bike" --max 600'
            : table(['id', 'name', 'wants', 'channels', 'on'], views.map((rule) => [rule.id, rule.name, wants(rule), rule.channels.join(','), rule.enabled ? 'yes' : 'no'])),
        )
      }),
    )
  withRuleFlags(rules.command('add <name>').description('makes a rule; it also looks at what is already there')).action(
    (name: string, flags: RuleFlags) =>
      open(async (deps) => {
        const rule = ruleView(await createRule(deps, await deps.currentUser(), inputOf({ ...flags, name })))
        output().print(rule, () => `Rule ${rule.id} "${rule.name}" is made: ${wants(rule)}.`)
      }),
  )
  withRuleFlags(rules.command('preview <name>').description('what a rule would find, without making it')).action(
    (name: string, flags: RuleFlags) =>
      open(async (deps) => {
        const write = readRule(deps, inputOf({ ...flags, name }))
        const preview = await deps.preview(draftRule(write, await deps.currentUser()))
        output().print(preview, () =>
          [
            `${preview.matches} of ${preview.lookedAt} listings match, ${preview.lastWeek} of them from the last 7 days.`,
            ...preview.items.map((item) => `${String(item.score).padStart(3)}  ${item.demo ? 'DEMO ' : ''}${item.title}  ${item.url}`),
          ].join('\n'),
        )
      }),
  )
  rules
    .command('import <file>')
    .description('makes rules from a JSON file: one rule or a list, in the shape of POST /api/rules')
    .action((file: string) =>
      open(async (deps) => {
        const parsed = readJson(file)
        const inputs = (Array.isArray(parsed) ? parsed : [parsed]).map((input, index) => checked(input, `${file}, rule ${index + 1}`))
        const made: RuleView[] = []
        for (const input of inputs) made.push(ruleView(await createRule(deps, await deps.currentUser(), input)))
        output().print(made, () => `${made.length} rules are made.`)
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
        output().print(view, () => JSON.stringify(view, null, 2))
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
    .option('--min <amount>', 'least price, e.g. 50')
    .option('--max <amount>', 'highest price, e.g. 600')
    .option('--currency <code>', 'currency of the prices', 'USD')
    .option('--near <place>', 'ZIP code or city')
    .option('--radius-km <km>', 'distance from the place')
    .option('--score <points>', 'least deal score, 0 to 100')
    .option('--marketplace <ids...>', 'only these marketplaces')
    .option('--channel <ids...>', 'where to tell (default: inbox)')
}

function inputOf(flags: RuleFlags): RuleInput {
  const cents = (amount: string | undefined) => (amount === undefined ? undefined : Math.round(Number(amount) * 100))
  return checked(
    {
      name: flags.name,
      keywords: { all: flags.all ?? [], any: flags.any ?? [], none: flags.none ?? [] },
      categories: flags.category ?? [],
      conditions: flags.condition ?? [],
      priceCentsMin: cents(flags.min),
      priceCentsMax: cents(flags.max),
      currency: flags.currency ?? 'USD',
      place: flags.near,
      radiusKm: flags.radiusKm === undefined ? undefined : Number(flags.radiusKm),
      scoreMin: flags.score === undefined ? undefined : Number(flags.score),
      marketplaces: flags.marketplace ?? [],
      channels: flags.channel ?? ['inbox'],
    },
    'the rule',
  )
}

function checked(input: unknown, what: string): RuleInput {
  const result = ruleInputSchema.safeParse(input)
  if (result.success) return result.data
  const fields = Object.fromEntries(result.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  throw badInput(
    `${what} is not valid:\n${Object.entries(fields).map(([field, problem]) => `  - ${field}: ${problem}`).join('\n')}`,
    fields,
  )
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw badInput(`${file} cannot be read as JSON: ${errorMessage(error)}`)
  }
}

function wants(rule: RuleView): string {
  const money = (cents: number) => `${cents / 100} ${rule.currency}`
  return (
    [
      rule.keywords.all.join(' + '),
      rule.keywords.any.length > 0 ? `any of ${rule.keywords.any.join(', ')}` : '',
      rule.keywords.none.length > 0 ? `not ${rule.keywords.none.join(', ')}` : '',
      rule.categories.join('/'),
      rule.conditions.join('/'),
      rule.priceCentsMin === null ? '' : `from ${money(rule.priceCentsMin)}`,
      rule.priceCentsMax === null ? '' : `up to ${money(rule.priceCentsMax)}`,
      rule.placeLabel === null ? '' : `within ${rule.radiusKm} km of ${rule.placeLabel}`,
      rule.scoreMin === null ? '' : `score ≥ ${rule.scoreMin}`,
      rule.marketplaces.length > 0 ? `on ${rule.marketplaces.join(', ')}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'everything'
  )
}
