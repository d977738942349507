import { AsyncLocalStorage } from 'node:async_hooks'
import { z } from 'zod'

/**
 * What something is done because of: ids under which the log has what came before. A job and a notification keep it, so
 * that the lines of a request, of the job that it caused and of the delivery that the job made share ids.
 */
export const causeSchema = z.object({
  requestId: z.string().optional(),
  jobId: z.string().optional(),
  scanId: z.number().optional(),
  /** Of the span that is open, as W3C Trace Context writes it. */
  traceparent: z.string().optional(),
  /** Of spans that it is because of as well: of one message that tells of several. */
  alsoOf: z.array(z.string()).optional(),
})
export type Cause = z.infer<typeof causeSchema>

const none: Cause = {}
const causes = new AsyncLocalStorage<Cause>()

/** Because of what the present work is done; nothing where it goes on by itself. */
export function causeNow(): Cause {
  return causes.getStore() ?? none
}

/** Runs what is done because of this. */
export function withCause<T>(cause: Cause, run: () => T): T {
  return causes.run(cause, run)
}

/** What is kept of the present cause beside work that is done later; null = nothing. */
export function causeToKeep(): Cause | null {
  const cause = causeNow()
  return Object.values(cause).some((id) => id !== undefined) ? cause : null
}

/** Of what was kept; what does not look like a cause is none. */
export function keptCause(kept: unknown): Cause {
  return causeSchema.safeParse(kept).data ?? none
}

const alsoOfMax = 30

/** What tells of several is because of the first, and of the traces of the others as well. */
export function jointCause(causes: readonly Cause[]): Cause {
  const first = causes.find(({ traceparent }) => traceparent !== undefined) ?? causes[0] ?? none
  const traceOf = (traceparent: string) => traceparent.split('-')[1]
  const others = new Map(
    causes
      .flatMap(({ traceparent }) => traceparent ?? [])
      .map((one) => [traceOf(one), one])
      .filter(([trace]) => trace !== traceOf(first.traceparent ?? '')) as [string, string][],
  )
  return others.size === 0 ? first : { ...first, alsoOf: [...others.values()].slice(0, alsoOfMax) }
}

/** As fields of a line of the log. */
export function causeFields({
  requestId,
  jobId,
  scanId,
  traceparent,
}: Cause): Record<string, string | number> {
  return {
    ...(requestId !== undefined && { reqId: requestId }),
    ...(jobId !== undefined && { jobId }),
    ...(scanId !== undefined && { scan: scanId }),
    ...(traceparent !== undefined && { traceId: traceparent.split('-')[1] ?? '' }),
  }
}
