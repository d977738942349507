import { z } from 'zod'
import { badInput } from '../../core/errors.ts'
import { type Fetch, FetchError } from '../../core/fetch.ts'
import { type ValueAnswer, type ValueInput, valueAnswerSchema } from './value-schema.ts'

const problemSchema = z.object({ detail: z.string(), fields: z.record(z.string(), z.string()).optional() })

/**
 * What the program at an address says a thing is worth: it has learned prices already. Null where nobody answers there,
 * or something else does; what it refuses is thrown.
 */
export async function askRunning(
  fetch: Fetch,
  address: string,
  input: ValueInput,
): Promise<ValueAnswer | null> {
  const response = await fetch(`${address}/api/value`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    network: 'any',
  }).catch((error: unknown) => {
    if (error instanceof FetchError) return null
    throw error
  })
  if (response === null) return null
  const body = bodyOf(response.text())
  if (response.status === 200) return valueAnswerSchema.safeParse(body).data ?? null
  const problem = problemSchema.safeParse(body).data
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
