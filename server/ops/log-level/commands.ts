import type { Command } from 'commander'
import type { Audit } from '../../core/audit.ts'
import type { Open, Output } from '../../core/commands.ts'
import type { Db } from '../../core/db.ts'
import { badInput } from '../../core/errors.ts'
import { forgetLevel, levelForNow, writeLevel } from './level-store.ts'

export interface LogLevelDeps {
  db: Db
  audit: Audit
}

const levels = ['trace', 'debug', 'info', 'warn', 'error']
const minutesMax = 24 * 60

/** `deal-scout log-level`: docs/logs.md. */
export function logLevelCommand(program: Command, open: Open<LogLevelDeps>, output: () => Output): void {
  program
    .command('log-level [level]')
    .description('how much every process logs, for a while: trace, debug, info, warn, error, or default')
    .option('--for <time>', 'such as 15m or 2h, a day at the most', '15m')
    .action((level: string | undefined, flags: { for: string }) => {
      const minutes = minutesIn(flags.for)
      if (level !== undefined && level !== 'default' && !levels.includes(level))
        throw badInput(`"${level}" is not a level; there are ${levels.join(', ')}, and default.`)
      return open(async ({ db, audit }) => {
        if (level !== undefined)
          await db.transaction(async (tx) => {
            if (level === 'default') await forgetLevel(tx)
            else await writeLevel(tx, level, minutes)
            const details = { level, minutes: level === 'default' ? 0 : minutes }
            await audit.note(tx, { what: 'log-level-set', person: null, details })
          })
        const now = await levelForNow(db)
        const shown = now && { level: now.level, minutesLeft: Math.ceil(now.leftMs / 60_000) }
        output().print(shown, () =>
          shown === null
            ? 'Every process logs as DEAL_SCOUT_LOG_LEVEL says.'
            : `Every process logs from ${shown.level} on, for ${shown.minutesLeft} more minutes.`,
        )
      })
    })
}

function minutesIn(text: string): number {
  const [, count, unit] = /^(\d{1,4})\s*(m|min|h)$/.exec(text.trim()) ?? []
  const minutes = Number(count) * (unit === 'h' ? 60 : 1)
  if (!(minutes >= 1 && minutes <= minutesMax))
    throw badInput(`--for: "${text}" is not a time such as 15m or 2h, of a day at the most.`)
  return minutes
}
