import { Resolver } from 'node:dns/promises'
import type { Clock } from '../../core/clock.ts'

/** Looks up the text records of a name; throws with the code of the DNS. */
export type ResolveTxt = (name: string) => Promise<string[][]>

/** Keys of signatures; what the DNS could not say just now is told from what is not there. */
export interface SignatureKeys {
  read(names: readonly string[]): Promise<{ keys: Record<string, string[][]>; isAway: boolean }>
}

const keptMs = 10 * 60_000
const heldMax = 200
const lookUpMs = 5_000
const bytesMax = 8_000
/** What the DNS says of a name that has no key, and will say again. */
const absent = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME', 'ENONAME'])

export function systemTxt(): ResolveTxt {
  const resolver = new Resolver({ timeout: lookUpMs, tries: 2 })
  return (name) => resolver.resolveTxt(name)
}

/** Holds what was looked up for ten minutes, so that a thousand mails ask once. */
export function createSignatureKeys(deps: { resolveTxt: ResolveTxt; clock: Clock }): SignatureKeys {
  const held = new Map<string, { records: string[][] | null; untilMs: number }>()
  const look = async (name: string): Promise<string[][] | null | 'away'> => {
    const nowMs = deps.clock.now().getTime()
    const known = held.get(name)
    if (known && known.untilMs > nowMs && known.untilMs <= nowMs + keptMs) return known.records
    let records: string[][] | null
    try {
      const found = await deps.resolveTxt(name)
      records = found.flat().join('').length <= bytesMax ? found : null
    } catch (error) {
      if (!absent.has(String((error as { code?: unknown }).code))) return 'away'
      records = null
    }
    if (held.size >= heldMax) held.clear()
    held.set(name, { records, untilMs: nowMs + keptMs })
    return records
  }
  return {
    async read(names) {
      const found = await Promise.all(names.map(async (name) => [name, await look(name)] as const))
      return {
        keys: Object.fromEntries(
          found.flatMap(([name, records]) => (Array.isArray(records) ? [[name, records]] : [])),
        ),
        isAway: found.some(([, records]) => records === 'away'),
      }
    },
  }
}
