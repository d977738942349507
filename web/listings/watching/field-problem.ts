import { ApiProblem } from '../../lib/api/client.ts'

/** What the server says is wrong with a field of what was sent, if anything. */
export function fieldProblem(error: unknown, name: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return Object.entries(error.fields).find(
    ([path]) => path.replace(/^body\./, '').split('.')[0] === name,
  )?.[1]
}
