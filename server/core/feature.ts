import type { Command } from 'commander'
import type { Registry } from 'prom-client'
import type { Http } from './http.ts'
import type { JobDefinition, JobHandler, Schedule } from './jobs.ts'

/** A long-running loop of the worker role. */
export interface Loop {
  name: string
  /** Resolves once running; `stop` takes no new work, finishes or hands back what is under way, then resolves. */
  start(): Promise<{ stop(): Promise<void> }>
}

/** One thing that `deal-scout doctor` and /readyz look at. */
export interface Check {
  name: string
  /** True when a failure means that this process cannot serve. */
  critical: boolean
  run(): Promise<{ ok: boolean; detail: string }>
}

/** What a slice gives to the program; a role starts a part of it. */
export interface Feature {
  name: string
  routes?(http: Http): void
  jobs?: JobHandler[]
  /** Jobs this feature sends; each must have exactly one handler somewhere. */
  sends?: JobDefinition[]
  schedules?: Schedule[]
  loops?: Loop[]
  commands?(program: Command): void
  checks?: Check[]
  metrics?(registry: Registry): void
}
