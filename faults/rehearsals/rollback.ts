import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../test/harness/port.ts'
import { dataFolder, run, startProgram } from '../../test/harness/program.ts'
import { until } from '../../test/harness/until.ts'
import type { Kit, Rehearsal } from './kit.ts'

const root = join(import.meta.dirname, '../..')
const shipped = ['bin', 'server', 'migrations', 'web/dist', 'package.json']

/** A release as it is unpacked, with another version and further migrations. */
function release(kit: Kit, version: string, migrations: Readonly<Record<string, string>> = {}): string {
  const folder = join(kit.folder, `release-${version}`)
  mkdirSync(folder)
  for (const name of shipped) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, version }))
  for (const [name, sql] of Object.entries(migrations)) writeFileSync(join(folder, 'migrations', name), sql)
  return folder
}

/** An update adds a table and is taken back halfway: the release before runs on what it left. One that takes away is not. */
export const rollback: Rehearsal = {
  ...{ runbook: 'rollback', alert: 'DealScoutVersionsDiffer' },
  async rehearse(kit) {
    const before = release(kit, '1.0.0')
    const after = release(kit, '1.1.0', {
      '9000_added.sql': '-- deal-scout: expand\nCREATE TABLE "added" ("id" bigint);\n',
    })
    const data = kit.stack.use(dataFolder())
    const env = { DEAL_SCOUT_DATA: data.path, DEAL_SCOUT_DEMO: 'off' }
    const start = async (folder: string, role: string) => {
      const opsPort = await freePort()
      const program = kit.stack.use(
        startProgram(['start'], {
          launcher: join(folder, 'bin/deal-scout.js'),
          env: { ...env, DEAL_SCOUT_ROLES: role, DEAL_SCOUT_PORT: '0', DEAL_SCOUT_OPS_PORT: `${opsPort}` },
          timeoutMs: 600_000,
        }),
      )
      await until(async () => {
        if (program.child.exitCode !== null) throw new Error(`it ended: ${program.stderr()}`)
        return fetch(`http://127.0.0.1:${opsPort}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
      })
      return { opsPort, program }
    }
    const scheduler = await start(before, 'scheduler')
    // The update begins with who makes the tables.
    const updated = await start(after, 'worker')
    await kit.watch({ 'deal-scout': [scheduler.opsPort, updated.opsPort] })
    await kit.fires()
    const show = (shows: RegExp, folder: string, restart = ':') =>
      kit.firstMinutes({
        env,
        programs: {
          ...{ 'deal-scout': `exec ${process.execPath} ${join(folder, 'bin/deal-scout.js')} "$@"` },
          ...{ git: 'echo "git $@"', npm: 'echo "npm $@"', systemctl: `${restart}; echo "$@"` },
        },
        shows: [shows, /npm ci/, /restart deal-scout/],
      })
    show(/9000_added.*run on/, after, `kill -TERM ${updated.program.pid()}`)
    await updated.program.ended
    const back = await start(before, 'worker')
    kit.say('  the release before starts on the tables of the one after')
    await kit.ends()
    for (const { program } of [back, scheduler]) {
      program.child.kill('SIGTERM')
      await program.ended
    }
    const contracted = release(kit, '1.2.0', {
      '9000_added.sql': readFileSync(join(after, 'migrations/9000_added.sql'), 'utf8'),
      '9001_taken.sql': '-- deal-scout: contract, works from 1.1.0\nDROP TABLE "added";\n',
    })
    const migrated = await run(['migrate'], { env, launcher: join(contracted, 'bin/deal-scout.js') })
    if (migrated.code !== 0) throw new Error(migrated.stderr)
    const refused = await run(['start'], { env, launcher: join(before, 'bin/deal-scout.js') })
    if (refused.code === 0 || !/database-newer|newer/.test(refused.stderr))
      throw new Error(`the release before was not refused: ${refused.code} ${refused.stderr}`)
    kit.say(
      `  after a step that takes away it refuses: “${refused.stderr.trim().split('\n').at(-1)?.slice(0, 100)}”`,
    )
  },
}
