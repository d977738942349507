import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../lib/api/client.ts'
import type { ApiPost } from './queries.ts'

/** What is wrong, by the field of the ad: `conditionId`, `specifics.Brand`. */
export type FieldProblems = Readonly<Record<string, string>>

/** Fields that stand on other pages, where they are mended. */
export const fieldsElsewhere = ['title', 'description', 'price', 'photos', 'account'] as const

/** What the marketplace refused, beside what it is about as far as it said that. */
export function refusedFields(problem: ApiPost['problem']): FieldProblems {
  if (problem === null || problem.outcome !== 'refused') return {}
  return Object.fromEntries((problem.fields ?? []).map((field) => [field, problem.reason]))
}

/** Those that were not written since. */
export function withoutMended(problems: FieldProblems, mended: ReadonlySet<string>): FieldProblems {
  return Object.fromEntries(Object.entries(problems).filter(([field]) => !mended.has(field)))
}

const none: ReadonlySet<string> = new Set()

/** What is wrong with an ad: what a check found missing and what the marketplace refused, until it is written anew. */
export function useAdProblems({ problem }: Pick<ApiPost, 'problem'>) {
  const [found, setFound] = useState<FieldProblems>({})
  const [mended, setMended] = useState(none)
  /** How often one was to be led to what is wrong: once it is marked there. */
  const [led, setLed] = useState(0)
  useEffect(() => {
    if (led > 0) focusFirst()
  }, [led])
  const refusedAt = problem?.fields === undefined ? null : problem.at
  const before = useRef(refusedAt)
  useEffect(() => {
    if (before.current === refusedAt) return
    before.current = refusedAt
    setMended(none)
    setFound({})
    if (refusedAt !== null) setLed((times) => times + 1)
  }, [refusedAt])
  return {
    problems: withoutMended({ ...refusedFields(problem), ...found }, mended),
    /** What a check answered: null = nothing is missing. */
    note(error: unknown) {
      const fields = error instanceof ApiProblem ? error.fields : {}
      setFound(fields)
      setMended(none)
      if (Object.keys(fields).length > 0) setLed((times) => times + 1)
    },
    mend: (field: string) => setMended((known) => new Set([...known, field])),
  }
}

/** Leads to the first field that is wrong; else to what is to be mended elsewhere. */
function focusFirst(): void {
  const wrong = document.querySelector<HTMLElement>('#form [aria-invalid="true"]')
  const target = wrong ?? document.querySelector<HTMLElement>('#elsewhere')
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}
