import { type Language, languageFor } from '../core/languages.ts'
import type { Message } from '../model/message.ts'
import { germanWords } from './words-de.ts'
import { englishWords, type Words } from './words-en.ts'

export type { Words } from './words-en.ts'

const languages: Readonly<Record<Language, Words>> = { en: englishWords, de: germanWords }

/** In the language that the message is to be read in. */
export const wordsOf = ({ language }: Pick<Message, 'language'>): Words =>
  languages[languageFor(language ?? null)]

/** Whose figures and dates it has. */
export const placeOfMessage = ({ language }: Pick<Message, 'language'>): string => language ?? 'en-US'
