import type { Option } from './queries.ts'

/** Those in whose name, meaning or part each word stands; `own` = only what was set. */
export function optionsFitting(
  options: readonly Option[],
  { typed, own }: { typed: string; own: boolean },
): Option[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return options.filter(({ name, doc, part, origin }) => {
    const text = `${name} ${doc} ${part}`.toLowerCase()
    return (!own || origin !== 'default') && words.every((word) => text.includes(word))
  })
}
