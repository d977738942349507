import type { Folder, Row } from './folder.ts'
import type { World } from './world.ts'

/** Whether the program said what was expected of a row, and what it said. */
export interface Verdict {
  right: boolean
  got: unknown
}

/**
 * How folders of one form are put to the program, and when its answer is right. It reads inputs and expectations, and
 * knows none by heart.
 */
export interface Checker<Answer = never> {
  form: string
  fits(folder: Folder): boolean
  /** Puts the inputs to the program: an answer for each row, in their order. */
  ask(folder: Folder, world: World): Promise<Answer[]>
  /** Pure. */
  evaluate(row: Row, answer: Answer, folder: Folder): Verdict
  /** Answers to a row that must never be right: what proves that the checker can fail. */
  mistakes(row: Row, folder: Folder): Answer[]
}

/** Keeps the type of a checker's answers together; the list of checkers does not know them. */
export function checker<Answer>(made: Checker<Answer>): Checker {
  return made as unknown as Checker
}

/** A checker for the folders of this name. */
export function ownChecker<Answer>(name: string, rest: Omit<Checker<Answer>, 'form' | 'fits'>): Checker {
  return checker<Answer>({ form: name, fits: (folder) => folder.base === name, ...rest })
}
