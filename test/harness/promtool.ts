import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Prometheus's own checker, where this machine has it. */
export const promtoolPath: string | null =
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, 'promtool'))
    .find((path) => existsSync(path)) ?? null

export const noPromtool = 'there is no promtool on this machine: apt-get install prometheus'

/** What it says, and whether it is content. */
export function promtool(args: readonly string[], input?: string): { ok: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(promtoolPath!, args, { input, encoding: 'utf8' })
  return { ok: status === 0, said: `${stdout}${stderr}`.trim() }
}
