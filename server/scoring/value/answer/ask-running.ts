import { badInput } from '../../../core/errors.ts'
import { type Fetch, FetchError } from '../../../core/fetch.ts'
import { problemSchema } from '../../../core/http-document.ts'
import type { RunningProgram } from '../../../core/running-program.ts'
import { type ValueAnswer, type ValueInput, valueAnswerSchema } from './value-schema.ts'

/** Of a problem, what is told on. */
const refusal = problemSchema.pick({ detail: true, fields: true })

/**
 * What the program that runs here says a thing is worth: it has learned prices already. Null where nobody answers there,
 * or something else does; what it refuses is thrown.
 */
export async function askRunning(
  fetch: Fetch,
  { address, token }: RunningProgram,
  input: ValueInput,
): Promise<ValueAnswer | null> {
  const response = await fetch(`${address}/api/value`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(input),
    network: 'any',
  }).catch((error: unknown) => {
    if (error instanceof FetchError) return null
    throw error
  })
  if (response === null) return null
  const body = bodyOf(response.text())
  if (response.status === 200) return valueAnswerSchema.safeParse(body).data ?? null
  const problem = refusal.safeParse(body).data
  if (response.status === 422 && problem) throw badInput(problem.detail, problem.fields ?? {})
  return null
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
