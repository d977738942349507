import type { Registry } from 'prom-client'
import type { Http } from './http.ts'
import type { JobDefinition, JobHandler, Schedule } from './jobs.ts'
import type { SealedColumn } from './sealed-column.ts'

interface Told {
  code: string
  params: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

/** A long-running loop. */
export interface Loop {
  name: string
  /** Resolves once running; `stop` takes no new work, finishes or hands back what is under way, then resolves. */
  start(): Promise<{ stop(): Promise<void> }>
}

/** A loop of the worker role that notices of the database wake. */
export interface WokenLoop extends Loop {
  /** Cuts its wait short. */
  wake(): void
  wokenBy: string
}

/** One thing that `deal-scout doctor` and /readyz look at. */
export interface Check {
  name: string
  /** True when a failure means that this process cannot serve. */
  critical: boolean
  run(): Promise<{
    ok: boolean
    detail: string
    /** What `detail` says, for other languages; left out = it is said in English alone. */
    detailSaid?: Told
  }>
}

/** What a slice gives to the program; a role starts a part of it. */
export interface Feature {
  name: string
  routes?(http: Http): void
  jobs?: JobHandler[]
  /** Jobs this feature sends; each must have exactly one handler somewhere. */
  sends?: JobDefinition[]
  schedules?: Schedule[]
  /** Of the worker role. */
  loops?: WokenLoop[]
  /** Of the scheduler role: they begin before anything is worked off, and end after it. */
  supervisors?: Loop[]
  /**
   * What its commands work with, by the module that declares them: those modules are loaded only when one of their
   * commands is asked for, so they are named in `app/command-groups.ts`.
   */
  commands?: Readonly<Record<string, object>>
  checks?: Check[]
  /** Where its tables hold sealed text: `secrets rotate` seals anew what is named here, and a test finds what is not. */
  sealed?: readonly SealedColumn[]
  /** Adds its figures to those that are scraped. */
  metrics?(registry: Registry): void
}
