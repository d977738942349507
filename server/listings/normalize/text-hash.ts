import { hash } from 'node:crypto'
import { words } from '../../core/text.ts'

const wordsMin = 15
const textMax = 20_000

/**
 * A 64-bit number (as decimal text) for the words of a description, equal for equal words whatever their case and
 * punctuation; null where the text is so short that two people may write it by chance.
 */
export function textHashOf(description: string | null): string | null {
  if (description === null) return null
  const list = words(description.slice(0, textMax))
  if (list.length < wordsMin) return null
  return BigInt.asIntN(64, BigInt(`0x${hash('sha256', list.join(' '), 'hex').slice(0, 16)}`)).toString()
}
