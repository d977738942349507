import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'
import { until } from '../../test/harness/app.ts'
import { createReaderPool, ReadingFailed, reader } from './reader-pool.ts'
import type { add, allocate, crash, fillHeap, hang, pidOf, refuse } from './test-readers.ts'

const lines: string[] = []
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
const seen: string[] = []
const pool = createReaderPool({ log, observe: (name, kind) => void seen.push(`${name} ${kind}`) })
afterAll(() => pool.close())

const module = new URL('./test-readers.ts', import.meta.url)
const readers = {
  add: reader<typeof add>(module, 'add'),
  pid: reader<typeof pidOf>(module, 'pidOf'),
  hang: reader<typeof hang>(module, 'hang', 300),
  crash: reader<typeof crash>(module, 'crash'),
  heap: reader<typeof fillHeap>(module, 'fillHeap', 60_000),
  native: reader<typeof allocate>(module, 'allocate', 60_000),
  refuse: reader<typeof refuse>(module, 'refuse'),
}

/** Of all threads, user and system; 0 of one that is gone or only waits for its parent to notice. */
function cpuTicksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return fields[0] === 'Z' ? 0 : Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}

const failureOf = (call: Promise<unknown>) => call.then(() => null).catch((error: unknown) => error)

describe('reading in a process of its own', () => {
  it('answers with what the function gives, bytes and all, from another process', async () => {
    expect(await pool.read(readers.add, [Buffer.from([1, 2, 3]), 4])).toEqual(new Map([['sum', 10]]))
    expect(await pool.read(readers.pid, [])).not.toBe(process.pid)
  })

  it('outlives Ctrl-C, which reaches every process of a terminal', async () => {
    const pid = await pool.read(readers.pid, [])
    process.kill(pid, 'SIGINT')
    process.kill(pid, 'SIGHUP')
    await sleep(200)
    expect(await pool.read(readers.pid, [])).toBe(pid)
  })

  it('closes also when somebody else ended its processes', { timeout: 10_000 }, async () => {
    const other = createReaderPool({ log })
    process.kill(await other.read(readers.pid, []), 'SIGKILL')
    await sleep(200)
    await other.close()
  })

  it('throws what the function throws', async () => {
    expect(await failureOf(pool.read(readers.refuse, ['not this']))).toMatchObject({ message: 'not this' })
  })

  it('what ends the process twice is set aside, and what comes next is read', async () => {
    lines.length = 0
    const error = await failureOf(pool.read(readers.crash, []))
    expect(error).toBeInstanceOf(ReadingFailed)
    expect(error).toMatchObject({
      kind: 'took-down',
      message: expect.stringContaining('took the process down'),
    })
    expect(lines.filter((line) => line.includes('reading ended its process'))).toHaveLength(2)
    expect(seen).toContain('crash took-down')
    expect(await pool.read(readers.add, [Buffer.from([1]), 1])).toEqual(new Map([['sum', 2]]))
  })

  it('what never ends is ended, and set aside at once', async () => {
    const startedMs = performance.now()
    const error = await failureOf(pool.read(readers.hang, []))
    expect(error).toMatchObject({ kind: 'too-slow', message: expect.stringContaining('longer than') })
    expect(performance.now() - startedMs).toBeLessThan(10_000)
    expect(await pool.read(readers.add, [Buffer.from([1]), 1])).toEqual(new Map([['sum', 2]]))
  })

  it('what takes too much memory, of JavaScript or of a library, ends its process and not this one', async () => {
    const before = process.memoryUsage.rss()
    expect(await failureOf(pool.read(readers.heap, []))).toMatchObject({ kind: 'took-down' })
    expect(await failureOf(pool.read(readers.native, []))).toMatchObject({ kind: 'took-down' })
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024)
  })

  it('one that hangs holds up nobody else, and this thread never waits', async () => {
    let slowestMs = 0
    let lastMs = performance.now()
    const timer = setInterval(() => {
      slowestMs = Math.max(slowestMs, performance.now() - lastMs)
      lastMs = performance.now()
    }, 5)
    const hanging = failureOf(pool.read({ ...readers.hang, timeoutMs: 3000 }, []))
    for (let i = 0; i < 20; i++) await pool.read(readers.add, [Buffer.alloc(1_000_000, 1), i])
    expect(await hanging).toMatchObject({ kind: 'too-slow' })
    clearInterval(timer)
    expect(slowestMs).toBeLessThan(200)
  })

  it.skipIf(process.platform !== 'linux')('nobody reads on for one who was killed', async () => {
    const code = `
      import { createReaderPool } from ${JSON.stringify(new URL('./reader-pool.ts', import.meta.url).href)}
      const log = { warn() {}, error() {} }
      createReaderPool({ log }).read({ module: ${JSON.stringify(module.href)}, name: 'hang', timeoutMs: 60000 }, [])`
    const asking = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' })
    const childrenOf = (pid: number) => {
      try {
        return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
          .split(' ')
          .filter(Boolean)
          .map(Number)
      } catch {
        return []
      }
    }
    const [readerPid] = await until(async () => {
      const children = childrenOf(asking.pid!)
      return children.length > 0 && children
    })
    // It has begun to read: one that is still starting ends for another reason.
    await until(async () => cpuTicksOf(readerPid!) > 60)
    asking.kill('SIGKILL')
    await until(async () => !existsSync(`/proc/${readerPid}`) || cpuTicksOf(readerPid!) === 0)
  })

  it('an abort ends the call and its process', async () => {
    const stop = new AbortController()
    const call = failureOf(pool.read({ ...readers.hang, timeoutMs: 60_000 }, [], stop.signal))
    setTimeout(() => stop.abort(new Error('stopping')), 50)
    expect(await call).toMatchObject({ message: 'stopping' })
    expect(await failureOf(pool.read(readers.add, [Buffer.alloc(1), 1], stop.signal))).toMatchObject({
      message: 'stopping',
    })
  })

  it('that is to rest ends its process when nothing was read for so long, and starts another for the next', async () => {
    const resting = createReaderPool({
      log,
      limits: { heapMibMax: 64, rssMibMax: 256, processesMax: 1, idleMs: 100 },
    })
    const first = await resting.read(readers.pid, [])
    expect(await resting.read(readers.pid, [])).toBe(first)
    await until(async () => !existsSync(`/proc/${first}`) || cpuTicksOf(first) === 0)
    expect(await resting.read(readers.pid, [])).not.toBe(first)
    await resting.close()
  })

  it('takes no more memory than its pool allows', { timeout: 60_000 }, async () => {
    const small = createReaderPool({ log, limits: { heapMibMax: 64, rssMibMax: 96, processesMax: 1 } })
    expect(await failureOf(small.read(readers.native, []))).toMatchObject({ kind: 'took-down' })
    await small.close()
  })
})
