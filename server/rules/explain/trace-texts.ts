import type { Language } from '../../core/languages.ts'
import { englishTrace, type TraceTexts } from './trace-english.ts'
import { germanTrace } from './trace-german.ts'

const texts: Readonly<Record<Language, TraceTexts>> = { en: englishTrace, de: germanTrace }

/** In which words, and of which zone, somebody is told what happened. */
export interface Telling {
  texts: TraceTexts
  timeZone: string
  language: Language
}

export const tellingIn = (language: Language, timeZone: string): Telling => ({
  ...{ texts: texts[language], timeZone, language },
})
