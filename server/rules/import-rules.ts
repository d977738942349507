import type { Authorized } from '../core/actor.ts'
import { type AppError, badInput } from '../core/errors.ts'
import { turns } from '../core/turns.ts'
import type { RuleInput } from '../model/rule-schema.ts'
import { detectFormat, type ImportFormat, importReaders } from './import-tools/formats.ts'
import { UnreadableImport } from './import-tools/imported.ts'
import { asksForNothing } from './query/everything.ts'
import { wants } from './rule-words.ts'
import { checkRule, createRules, type RuleDeps } from './rules.ts'

/** A file's rule as it would be made. */
export interface PlannedRule {
  where: string
  name: string
  /** What it asks for, in words; null where it is not valid. */
  wants: string | null
  notes: string[]
  /** What is wrong, by field. */
  problems: Record<string, string>
  /** Null where it is not made (yet). */
  id: number | null
}

export interface RuleImport {
  format: ImportFormat
  rules: PlannedRule[]
  /** What concerns the whole file, and what in it became no rule. */
  notes: string[]
}

export const importCharsMax = 5 * 1024 * 1024
export const importRulesMax = 1_000

export interface ImportAsked {
  text: string
  /** Left out: by its content. */
  format?: ImportFormat | undefined
  /** A rule that would match every listing is meant so. */
  everything?: boolean | undefined
}

const forNothing =
  'asks for nothing and would match every listing: give it words, a category, a price or a place, or say that everything is meant (--everything, "everything": true)'

/** Reads a file of this or another tool; makes nothing. Throws bad input where it cannot be read at all. */
export async function planImport(
  deps: RuleDeps,
  userId: Authorized<'read'>,
  { text, format, everything = false }: ImportAsked,
): Promise<RuleImport & { inputs: RuleInput[] }> {
  if (text.length > importCharsMax)
    throw badInput('The file is larger than 5 MB: give its rules in several files.')
  const plain = text.replace(/^\ufeff/, '')
  try {
    const found = format ?? detectFormat(plain)
    const person = await deps.personOf(userId)
    const knowsPlace = (place: string) => person.findPlace(place) !== null
    const { rules, notes } = importReaders[found](plain, {
      knowsPlace,
      currency: person.currency,
      sites: [...deps.marketplaces.values()],
    })
    if (rules.length > importRulesMax)
      throw badInput(
        `The file has ${rules.length} rules and ${importRulesMax} at most are made at once: split it.`,
      )
    const checked: { planned: PlannedRule; input: RuleInput | null }[] = []
    const turn = turns()
    for (const { where, rule, notes, problems: unread } of rules) {
      await turn()
      const { input, write, problems: wrong } = checkRule(deps, person, rule)
      const isTooWide = input !== null && !everything && asksForNothing(input)
      const problems = { ...unread, ...wrong, ...(isTooWide && { '(whole)': forNothing }) }
      const isGood = Object.keys(problems).length === 0
      const name = typeof rule.name === 'string' ? rule.name.slice(0, 200) : where
      checked.push({
        planned: { where, name, wants: isGood && write ? wants(write) : null, notes, problems, id: null },
        input: isGood ? input : null,
      })
    }
    return {
      format: found,
      rules: checked.map(({ planned }) => planned),
      notes,
      inputs: checked.flatMap(({ input }) => input ?? []),
    }
  } catch (error) {
    if (error instanceof UnreadableImport) throw badInput(`The file ${error.message}`)
    throw error
  }
}

/** Makes all rules of a file, or none where one of them is wrong: then the error names each. */
export async function importRules(
  deps: RuleDeps,
  userId: Authorized<'write'>,
  asked: ImportAsked,
): Promise<RuleImport> {
  const { inputs, ...plan } = await planImport(deps, userId, asked)
  const bad = plan.rules.filter(({ problems }) => Object.keys(problems).length > 0)
  if (bad.length > 0) throw problemsOf(bad)
  if (plan.rules.length === 0)
    throw badInput(['There is no rule to make in this file.', ...plan.notes.slice(0, 20)].join('\n'))
  const made = await createRules(deps, userId, inputs)
  return { ...plan, rules: plan.rules.map((rule, index) => ({ ...rule, id: made[index]!.id })) }
}

const namedMax = 20

function problemsOf(rules: readonly PlannedRule[]): AppError {
  const fields: Record<string, string> = {}
  const lines = rules.slice(0, namedMax).flatMap(({ where, problems }) => [
    `${where} is not valid:`,
    ...Object.entries(problems).map(([field, problem]) => {
      fields[`${where}: ${field}`] = problem
      return `  - ${field}: ${problem}`
    }),
  ])
  const more = rules.length - namedMax
  return badInput(
    ['No rule is made.', ...lines, ...(more > 0 ? [`… and ${more} more are not valid.`] : [])].join('\n'),
    fields,
  )
}
