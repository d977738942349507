import { namedTimeZone } from '../../core/time-zone.ts'
import { connectionsBesidePool, connectionsProblem } from '../../ops/processes/api-process.ts'
import type { Look } from './situation.ts'

const schedulerSecondsMax = 180
const clockMsMax = 2_000

/** The processes, who may rule over them, and who is told when they do not do well. */
export const processChecks = {
  owner: ({ isClaimed }) =>
    isClaimed
      ? null
      : 'nobody has become the owner, so whoever reaches the program on this machine, a proxy among them, is: deal-scout setup-link',
  'second factor': ({ config: { secondFactorOf } }) =>
    secondFactorOf === 'nobody'
      ? 'admins sign in by a password alone: set DEAL_SCOUT_SECOND_FACTOR=admins'
      : null,
  user: ({ machine: { userId } }) =>
    userId === 0
      ? 'it runs as root, so a fault in it is one of the whole machine: run it as a user of its own (deploy/systemd)'
      : null,
  scheduler: ({ database: { schedulerSecondsAgo: seconds } }) =>
    seconds !== null && seconds <= schedulerSecondsMax
      ? null
      : `${seconds === null ? 'no scheduler was ever seen' : `no scheduler was seen for ${Math.round(seconds)} s`}: start a process with the role scheduler`,
  clock: ({ database: { clockAheadMs } }) =>
    Math.abs(clockAheadMs) <= clockMsMax
      ? null
      : `this machine's clock is ${(Math.abs(clockAheadMs) / 1000).toFixed(1)} s ${clockAheadMs > 0 ? 'ahead of' : 'behind'} the database's: let both follow a time server (chrony, systemd-timesyncd)`,
  connections: ({ config: { databasePoolSize, databaseDirectUrl }, database: { connections } }) =>
    // Behind a pooler its own limits count.
    databaseDirectUrl === undefined
      ? connectionsProblem(connections, databasePoolSize + connectionsBesidePool)
      : null,
  'told of faults': ({ config: { sentryDsn, opsPort, metricsToken } }) =>
    sentryDsn !== undefined || opsPort !== undefined || metricsToken !== undefined
      ? null
      : 'nobody is told when it does not do well: set DEAL_SCOUT_OPS_PORT and let a Prometheus read it (docs/operations/alerts.md), or SENTRY_DSN',
  'log level': ({ config: { logLevel } }) => {
    if (logLevel === 'silent')
      return 'DEAL_SCOUT_LOG_LEVEL=silent leaves nothing to look at after a fault: leave it out'
    return logLevel === 'debug' || logLevel === 'trace'
      ? `DEAL_SCOUT_LOG_LEVEL=${logLevel} fills the disk and tells who did what: leave it out, and use deal-scout log-level ${logLevel} --for 15m`
      : null
  },
  'time and language': ({ config, machine, database }) => {
    const timeZone = config.timeZone ?? machine.timeZone
    if (namedTimeZone(timeZone) === null)
      return `${timeZone} is no time zone, so quiet hours and digests come at a wrong time: set DEAL_SCOUT_TIME_ZONE, e.g. Europe/Berlin`
    if (!machine.knowsLanguages)
      return 'this Node was built without languages, so amounts and dates are written in English alone: use the one that comes along (npm ci)'
    return database.encoding === 'UTF8'
      ? null
      : `the database keeps text as ${database.encoding}, which not every title fits: make it anew with ENCODING 'UTF8' and restore a backup`
  },
} satisfies Record<string, Look>
