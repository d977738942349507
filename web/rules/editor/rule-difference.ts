import { emptyRule, type RuleForm } from '../rule-form.ts'

/** A field that stands differently in two forms of a rule. */
export interface Difference {
  field: keyof RuleForm
  theirs: string
  mine: string
}

/** What stands differently, field by field, as text that can be read side by side. */
export function differencesOf(theirs: RuleForm, mine: RuleForm): Difference[] {
  return (Object.keys(emptyRule) as (keyof RuleForm)[])
    .map((field) => ({ field, theirs: shown(theirs[field]), mine: shown(mine[field]) }))
    .filter((one) => one.theirs !== one.mine)
}

function shown(value: RuleForm[keyof RuleForm]): string {
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (typeof value === 'string') return value.trim()
  return value
    .map((one) => (typeof one === 'string' ? one : `${one.place} (${one.radius})`))
    .toSorted()
    .join(', ')
}

/**
 * Of two who changed the same form: mine where I changed it, else theirs. What both changed otherwise is mine, and named in
 * `both`.
 */
export function merged(
  base: RuleForm,
  theirs: RuleForm,
  mine: RuleForm,
): { form: RuleForm; both: (keyof RuleForm)[] } {
  const fields = Object.keys(emptyRule) as (keyof RuleForm)[]
  const changed = (form: RuleForm) =>
    new Set(fields.filter((field) => shown(form[field]) !== shown(base[field])))
  const [byThem, byMe] = [changed(theirs), changed(mine)]
  const form = Object.fromEntries(
    fields.map((field) => [field, byMe.has(field) ? mine[field] : theirs[field]]),
  ) as RuleForm
  const both = fields.filter(
    (field) => byThem.has(field) && byMe.has(field) && shown(theirs[field]) !== shown(mine[field]),
  )
  return { form, both }
}
