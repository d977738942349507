import type { Language } from './languages.ts'

/** What an adapter shows in English, by language: its own texts in its own folder. */
export type AdapterWords = Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>

interface Shown {
  name: string
  description?: string
  unavailable: string | null
  terms?: { summary: string }
  steps?: readonly string[]
  alertSteps?: readonly string[]
  fields: readonly { label: string; help?: string; group?: string }[]
}

/** One of its texts, in a language. */
export const textIn = (language: Language, text: string, words?: AdapterWords): string =>
  words?.[language]?.[text] ?? text

/** A reason that an adapter gave, in a language: its own sentences in it, beside words of others that stay as they are. */
export function reasonIn(language: Language, reason: string, words?: AdapterWords): string {
  const own = words?.[language]
  if (own === undefined) return reason
  // One may stand in another.
  const found = Object.keys(own)
    .filter((text) => /[.:]$/.test(text) && reason.includes(text))
    .sort((a, b) => b.length - a.length)
  return found.reduce((said, text) => said.replaceAll(text, own[text]!), reason)
}

/** What is shown of an adapter, in a language; a text that its words lack stays as it is, as do values and names of fields. */
export function shownIn<View extends Shown>(language: Language, view: View, words?: AdapterWords): View {
  const own = words?.[language]
  if (own === undefined) return view
  const say = (text: string) => own[text] ?? text
  return {
    ...view,
    name: say(view.name),
    ...(view.description !== undefined && { description: say(view.description) }),
    ...(view.unavailable !== null && { unavailable: say(view.unavailable) }),
    ...(view.terms !== undefined && { terms: { ...view.terms, summary: say(view.terms.summary) } }),
    ...(view.steps !== undefined && { steps: view.steps.map(say) }),
    ...(view.alertSteps !== undefined && { alertSteps: view.alertSteps.map(say) }),
    fields: view.fields.map((field) => ({
      ...field,
      label: say(field.label),
      ...(field.help !== undefined && { help: say(field.help) }),
      ...(field.group !== undefined && { group: say(field.group) }),
    })),
  }
}
