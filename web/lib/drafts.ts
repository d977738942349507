/**
 * What is half typed outlives a reload that a person asks for: the fields of the page, and what of it was unfolded. Kept for
 * this tab, and given back once. Passwords, codes, secrets and files are never kept.
 */
const name = 'deal-scout.draft'
const waitMs = 15_000

interface Draft {
  path: string
  unfolded: string[]
  fields: [key: string, value: string | boolean][]
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function saveDraft(): void {
  const draft: Draft = {
    path: location.pathname,
    unfolded: [...unfolders()].flatMap(([key, one]) => (isUnfolded(one) ? key : [])),
    fields: [...fields()].map(([key, field]) => [key, heldBy(field)]),
  }
  try {
    sessionStorage.setItem(name, JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing loses what was typed, as it does at any reload.
  }
}

/** Fills the page's fields again as they come to be there. */
export function restoreDraft(): void {
  const draft = takeDraft()
  if (draft === null || draft.path !== location.pathname) return
  const unfolded = new Set(draft.unfolded)
  const wanted = new Map(draft.fields)
  const fill = () => {
    for (const [key, one] of unfolders())
      if (unfolded.delete(key) && !isUnfolded(one)) (one.querySelector('summary') ?? one).click()
    for (const [key, field] of fields()) {
      const value = wanted.get(key)
      if (value === undefined) continue
      wanted.delete(key)
      if (value !== heldBy(field)) put(field, value)
    }
    if (wanted.size === 0 && unfolded.size === 0) observer.disconnect()
  }
  const observer = new MutationObserver(fill)
  observer.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), waitMs)
  fill()
}

function takeDraft(): Draft | null {
  try {
    const kept = sessionStorage.getItem(name)
    sessionStorage.removeItem(name)
    return kept === null ? null : (JSON.parse(kept) as Draft)
  } catch {
    return null
  }
}

/** By what tells them apart now and after the reload. */
function* fields(): Iterable<[string, Field]> {
  const seen = new Map<string, number>()
  for (const field of document.querySelectorAll<Field>('#page :is(input, textarea, select)[name]')) {
    if (['password', 'file', 'hidden', 'submit', 'button'].includes(field.type)) continue
    // What browsers keep nothing of; of a field with suggestions that is said for another reason.
    if (['one-time-code', 'off'].includes(field.autocomplete) && field.role !== 'combobox') continue
    const own = isChecked(field) ? `${field.name}=${field.value}` : field.name
    yield [counted(seen, own), field]
  }
}

function* unfolders(): Iterable<[string, HTMLElement]> {
  const seen = new Map<string, number>()
  const all = '#page details, #page button[aria-expanded]:not([aria-haspopup])'
  for (const one of document.querySelectorAll<HTMLElement>(all)) {
    const title = one.querySelector('summary') ?? one
    yield [counted(seen, title.textContent ?? ''), one]
  }
}

function counted(seen: Map<string, number>, key: string): string {
  const at = seen.get(key) ?? 0
  seen.set(key, at + 1)
  return `${key}#${at}`
}

const isUnfolded = (one: HTMLElement) =>
  one instanceof HTMLDetailsElement ? one.open : one.getAttribute('aria-expanded') === 'true'

const isChecked = (field: Field) => field.type === 'checkbox' || field.type === 'radio'

const heldBy = (field: Field) => (isChecked(field) ? (field as HTMLInputElement).checked : field.value)

/** As if a person did it, so that whatever follows the field notices. */
function put(field: Field, value: string | boolean): void {
  if (typeof value === 'boolean') {
    field.click()
    return
  }
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))
}
