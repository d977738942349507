import { languageFor } from '../core/languages.ts'
import type { Message } from './message.ts'
import { answerIn } from './sentences/languages.ts'

/**
 * A message as somebody reads it: all that it says in their language (`de-AT`; null = they chose none), and by whose figures
 * and dates channels write what they add. What was drafted before there were codes stays in English.
 */
export function messageIn(language: string | null, message: Message): Message {
  if (language === null) return message
  return { ...(answerIn(languageFor(language), message) as Message), language }
}
