import { createStore } from '../../lib/store.ts'
import type { Mark } from './marks.ts'

/** How a listing was marked here before; null = as the server told. */
export type Before = readonly [id: number, mark: Partial<Mark> | null]

/** A change that can be taken back: what the server calls it, and what was marked here before, by id. */
export interface Undoable {
  undo: string
  before: readonly Before[]
  /** It was of all that fits a filter: which those are only the server knows. */
  isOfFilter: boolean
}

const storedAs = 'deals.undo'
const keptMax = 20

/** The last changes, the newest last; a page that is loaded anew has them, too. */
export const undoStack = createStore<readonly Undoable[]>(readStack(sessionStorage.getItem(storedAs)))

export function pushUndo(one: Undoable): void {
  keep([...undoStack.get(), one].slice(-keptMax))
}

/** Takes out a change, the last one where none is named; null = there is nothing to take back. */
export function takeUndo(undo?: string): Undoable | null {
  const all = undoStack.get()
  const one = undo === undefined ? all.at(-1) : all.find((other) => other.undo === undo)
  if (one === undefined) return null
  keep(all.filter((other) => other !== one))
  return one
}

function keep(all: readonly Undoable[]): void {
  undoStack.set(all)
  // What was marked here before is of rows that a page that is loaded anew has not.
  sessionStorage.setItem(storedAs, JSON.stringify(all.map(({ undo }) => undo)))
}

/** What another version, or a person, may have stored there is read with care. */
function readStack(text: string | null): Undoable[] {
  const ids = /^\["[\da-f-]{36}"(?:,"[\da-f-]{36}")*\]$/.test(text ?? '')
    ? (JSON.parse(text!) as string[])
    : []
  return ids.map((undo) => ({ undo, before: [], isOfFilter: true }))
}
