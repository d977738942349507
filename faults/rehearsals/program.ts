import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../test/harness/port.ts'
import { dataFolder, type Program, run, startServer } from '../../test/harness/program.ts'
import type { Kit } from './kit.ts'

export const password = 'eleven patient cormorants'

export interface Rehearsed {
  opsPort: number
  address: string
  /** Of the program, for the commands beside it. */
  env: Record<string, string>
  program: Program
  /** As its owner, or as whoever a cookie of `signIn` is of. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    cookie?: string,
  ): Promise<{ status: number; text: string }>
  /** The cookies of somebody who signs in; empty where they may not. */
  signIn(email: string, secret: string): Promise<{ status: number; cookie: string }>
}

/** One process with all roles and its own PostgreSQL, claimed by owner@example.com. */
export async function startRehearsed(
  kit: Kit,
  { env: more = {}, before }: { env?: Record<string, string>; before?: string } = {},
): Promise<Rehearsed> {
  const data = kit.stack.use(dataFolder())
  const [opsPort, port] = [await freePort(), await freePort()]
  const address = `http://localhost:${port}`
  const env = {
    ...{ DEAL_SCOUT_DATA: data.path, DEAL_SCOUT_DEMO: 'off', DEAL_SCOUT_BASE_URL: address },
    ...{ LOG_FOLDER: join(kit.folder, 'logs'), ...more },
  }
  mkdirSync(env.LOG_FOLDER, { recursive: true })
  const program = kit.stack.use(
    await startServer({
      env: { ...env, DEAL_SCOUT_PORT: `${port}`, DEAL_SCOUT_OPS_PORT: `${opsPort}` },
      ...(before !== undefined && { before }),
      timeoutMs: 600_000,
    }),
  )
  let own = ''
  const send = async (method: string, path: string, body: unknown, cookie: string) =>
    fetch(`${address}${path}`, {
      method,
      headers: {
        ...{ origin: address, cookie, 'x-csrf-token': /\.csrf=([^;]+)/.exec(cookie)?.[1] ?? '' },
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const cookieOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0]!)
      .join('; ')
  const made = await run(['setup-link'], { env })
  if (made.code !== 0) throw new Error(made.stderr)
  const token = made.stdout.split('\n')[0]!.split('/').at(-1)
  const claimed = await send('POST', '/api/auth/claim', { token, email: 'owner@example.com', password }, '')
  if (claimed.status !== 204) throw new Error(`not claimed: ${claimed.status} ${await claimed.text()}`)
  own = cookieOf(claimed)
  return {
    ...{ opsPort, address, env, program },
    async ask(method, path, body, cookie = own) {
      const answer = await send(method, path, body, cookie)
      return { status: answer.status, text: await answer.text() }
    },
    async signIn(email, secret) {
      const answer = await send('POST', '/api/auth/sign-in', { email, password: secret }, '')
      await answer.arrayBuffer()
      return { status: answer.status, cookie: cookieOf(answer) }
    },
  }
}

/** `journalctl` of a program that was not started by systemd. */
export function journal(kit: Kit, { program }: Rehearsed): string {
  const path = join(kit.folder, 'journal')
  writeFileSync(path, program.stderr())
  return `cat ${path}`
}
