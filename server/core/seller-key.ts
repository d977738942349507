import { createHash } from 'node:crypto'
import { foldText } from './text.ts'

/**
 * What stands for a seller's name, 16 hex digits; capitals, accents and outer spaces make no difference. The name
 * itself is a person's and is not kept. Null for an empty one.
 */
export function sellerKey(name: string): string | null {
  const folded = foldText(name.slice(0, 500)).trim()
  if (folded === '') return null
  return createHash('sha256').update(`seller ${folded}`).digest('hex').slice(0, 16)
}
