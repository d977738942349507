import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from './port.ts'
import { until } from './until.ts'

/** The Redis (or Valkey) of this machine; null where there is none, and a test that needs one is skipped. */
export const redisPath: string | null =
  (process.env.PATH ?? '')
    .split(':')
    .flatMap((folder) => ['redis-server', 'valkey-server'].map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? null

export const noRedis = 'there is no Redis on this machine: apt-get install redis-server'

/** A server of its own, which may be stopped, killed and started again on the same port. */
export interface RedisServer extends AsyncDisposable {
  url: string
  port: number
  /** For a test to ask it things. */
  admin: Redis
  kill(): Promise<void>
  start(): Promise<void>
}

export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const admin = new Redis(url, { lazyConnect: true, retryStrategy: () => 50 })
  admin.on('error', () => {})
  let child: ChildProcess
  async function start(): Promise<void> {
    const args = [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      folder,
    ]
    child = spawn(redisPath!, args, { stdio: 'ignore' })
    if (admin.status === 'wait') await admin.connect().catch(() => {})
    await until(() =>
      admin.ping().then(
        () => true,
        () => false,
      ),
    )
  }
  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    ...{ url, port, admin, kill, start },
    async [Symbol.asyncDispose]() {
      admin.disconnect()
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
