import type texts from './en.json'

/** What a language has: the words that English has. */
export type Texts = typeof texts

interface Language {
  /** Its words, loaded only for whoever reads it. */
  load(): Promise<Texts>
  /** In which language figures and dates stand among its words, where that is another one. */
  figures?: string
  isRightToLeft?: boolean
}

const english = async (): Promise<Texts> => (await import('./en.json')).default
const pseudo = async () => (await import('./pseudo.ts')).pseudo(await english())

/** Those that there are words in, by their tag. */
const languages: Readonly<Record<string, Language>> = {
  en: { load: english },
  de: { load: async () => (await import('./de.json')).default },
}

/** English that no person reads, for tests: docs/languages.md. Its figures are in letters that no word of it has. */
const pseudoLanguages: Readonly<Record<string, Language>> = {
  'en-XA': { load: pseudo, figures: 'el' },
  'ar-XB': { load: pseudo, figures: 'he', isRightToLeft: true },
}

export const languageTags = Object.keys(languages)

/** In which language a person is spoken to, and how. */
export interface Speech {
  /** As it was asked for: `de-AT`; what there are no words in is English. */
  tag: string
  /** For figures and dates; undefined = as this browser has them. */
  figures: string | undefined
  direction: 'ltr' | 'rtl'
  load(): Promise<Texts>
}

/** The first of these tags that there are words in; `chosen` = the person wants it, else it is what the browser has. */
export function speechFor(chosen: string | null, ofBrowser: readonly string[]): Speech {
  for (const tag of chosen === null ? ofBrowser : [chosen]) {
    const language = pseudoLanguages[tag] ?? languages[primary(tag)]
    if (language === undefined) continue
    const figures = language.figures ?? chosen ?? undefined
    return { tag, figures, direction: language.isRightToLeft ? 'rtl' : 'ltr', load: language.load }
  }
  return { tag: 'en', figures: chosen ?? undefined, direction: 'ltr', load: english }
}

const primary = (tag: string) => tag.split('-', 1)[0]!.toLowerCase()
