import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** One process of the cluster, which can be stopped and started again as it was. */
export interface Part {
  name: string
  pid(): number
  stop(): Promise<void>
  start(): Promise<void>
}

interface PartOptions {
  name: string
  command: readonly [string, ...string[]]
  env: Record<string, string>
  cwd: string
  logPath: string
  /** Whether it does what it is there for. */
  isReady(): Promise<boolean>
  readyWithinMs?: number
}

/** It is not started yet. */
export function part(options: PartOptions): Part {
  const { name, command, env, cwd, logPath, isReady, readyWithinMs = 180_000 } = options
  let child: ChildProcess | null = null
  const hasEnded = () => child === null || child.exitCode !== null || child.signalCode !== null

  async function start(): Promise<void> {
    const log = openSync(logPath, 'a', 0o600)
    const [file, ...args] = command
    // A group of its own: Ctrl-C in a terminal is for the one that stops all, in their order.
    child = spawn(file, args, { cwd, env, stdio: ['ignore', log, log], detached: true })
    closeSync(log)
    let failed: Error | null = null
    child.once('error', (error) => {
      failed = error
    })
    for (const deadline = Date.now() + readyWithinMs; !(await isReady()); await sleep(50)) {
      if (failed !== null || hasEnded() || Date.now() > deadline) {
        await stop()
        throw new Error(`${name} did not start: ${failed ?? readFileSync(logPath, 'utf8').slice(-2000)}`)
      }
    }
  }

  async function stop(): Promise<void> {
    if (hasEnded() || child?.pid === undefined) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }

  return { name, pid: () => child!.pid!, start, stop }
}

/** A port of loopback that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return address.port
}
