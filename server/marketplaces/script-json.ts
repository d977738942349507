import { tryJson } from './reading.ts'

/** Values visited in one search of a parsed page; a page of 8 MB has fewer. */
const visitsMax = 2_000_000

/** Parsed JSON of the `<script>` with this id; undefined where there is none or it was cut off. */
export function scriptById(text: string, id: string): unknown {
  const marked = text.indexOf(`id="${id}"`)
  if (marked < 0) return undefined
  const start = text.indexOf('>', marked) + 1
  const end = start === 0 ? -1 : text.indexOf('</script', start)
  // A script that does not end was cut off, and what is there of it is no JSON.
  return end < 0 ? undefined : tryJson(text.slice(start, end))
}

/** Texts of all `<script type="application/json">`, in their order; one that does not end is left out. */
export function jsonScripts(text: string): string[] {
  const found: string[] = []
  const opening = /<script\b[^<>]{0,400}?\btype=["']?application\/json\b[^<>]{0,400}>/gi
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index + match[0].length
    const end = text.indexOf('</script', start)
    if (end < 0) break
    found.push(text.slice(start, end))
    opening.lastIndex = end
  }
  return found
}

/** The JSON that a script assigns: `window.__CONFIG__ = {…}`; undefined where there is none or it was cut off. */
export function assignedJson(text: string, name: string): unknown {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const after = /^\s{0,20}=\s{0,20}(?=[[{])/.exec(text.slice(at + name.length, at + name.length + 60))
    if (after) return tryJson(bracketed(text, at + name.length + after[0].length))
  }
  return undefined
}

/** The text from the bracket at `start` to the one that closes it, strings respected; empty where it does not close. */
export function bracketed(text: string, start: number): string {
  let depth = 0
  let inString = false
  for (let at = start; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (inString) {
      if (character === 92) at++
      else if (character === 34) inString = false
    } else if (character === 34) inString = true
    else if (character === 91 || character === 123) depth++
    else if ((character === 93 || character === 125) && --depth === 0) return text.slice(start, at + 1)
  }
  return ''
}

/** Every object in the parsed JSON for which `isIt` holds, in its order and not searched further; no recursion. */
export function objectsWhere(
  root: unknown,
  isIt: (value: Record<string, unknown>) => boolean,
): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  const stack: unknown[] = [root]
  for (let visits = 0; stack.length > 0 && visits < visitsMax; visits++) {
    const value = stack.pop()
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) stack.push(value[i])
      continue
    }
    const record = value as Record<string, unknown>
    if (isIt(record)) {
      found.push(record)
      continue
    }
    const inner = Object.values(record)
    for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i])
  }
  return found
}
