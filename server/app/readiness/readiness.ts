import { dataChecks } from './data-checks.ts'
import { networkChecks } from './network-checks.ts'
import { processChecks } from './process-checks.ts'
import type { Look, Situation } from './situation.ts'

/** What `deal-scout doctor --production` asks for beyond `doctor`, by name: docs/operations/readiness.md. */
export const readinessChecks: Readonly<Record<string, Look>> = {
  ...networkChecks,
  ...dataChecks,
  ...processChecks,
}

export interface Readiness {
  name: string
  ok: boolean
  detail: string
}

export function readiness(situation: Situation): Readiness[] {
  return Object.entries(readinessChecks).map(([name, look]) => {
    const problem = look(situation)
    return { name, ok: problem === null, detail: problem ?? 'as it should be' }
  })
}
