import type { RuleForm } from '../rule-form.ts'

/** What was typed and not saved when the page was left, for this tab alone. */
export interface KeptDraft {
  personId: number
  /** Of the rule that was changed; null = a new one. */
  revision: number | null
  values: RuleForm
}

const prefix = 'deal-scout.rule-draft.'
const keyOf = (path: string) => `${prefix}${path}`

export function keepDraft(path: string, draft: KeptDraft): void {
  try {
    sessionStorage.setItem(keyOf(path), JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing loses it, as it says itself.
  }
}

export function forgetDraft(path: string): void {
  try {
    sessionStorage.removeItem(keyOf(path))
  } catch {
    // There is none, then.
  }
}

/** What this person left at an address; of anybody else nothing. Fields that a form has since then are added. */
export function keptDraft(path: string, personId: number, empty: RuleForm): KeptDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(path)) ?? 'null') as KeptDraft | null
    if (kept === null || kept.personId !== personId || typeof kept.values !== 'object') return null
    return { ...kept, values: { ...empty, ...kept.values } }
  } catch {
    return null
  }
}
