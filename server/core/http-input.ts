import { isStorable } from './text.ts'

/** Deeper than anything a route asks for, and far from what overflows the stack of whoever walks it. */
const depthMax = 64

export interface InputProblem {
  /** Names and positions, outermost first. */
  path: string[]
  problem: string
}

/**
 * What in parsed input no part of the program can take, whatever the route: text that PostgreSQL does not store (as
 * value or as name), and nesting without end. null for what is fine.
 */
export function inputProblem(value: unknown, depth = 0): InputProblem | null {
  if (typeof value === 'string') return isStorable(value) ? null : unstorable
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  if (depth >= depthMax) return { path: [], problem: `is nested deeper than ${depthMax} levels` }
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) {
      const found = inputProblem(value[at], depth + 1)
      if (found) return { ...found, path: [String(at), ...found.path] }
    }
    return null
  }
  for (const [name, part] of Object.entries(value)) {
    if (!isStorable(name)) return unstorable
    const found = inputProblem(part, depth + 1)
    if (found) return { ...found, path: [name, ...found.path] }
  }
  return null
}

const unstorable: InputProblem = { path: [], problem: 'has a NUL or half a character in it' }
