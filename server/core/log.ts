import type { Logger } from 'pino'

/** pino's interface; children carry request, job and scan ids. */
export type Log = Logger
