import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { expect, it } from 'vitest'
import { outcomeOf, verdictOf } from './history.ts'
import { openTcpProxy } from './tcp-proxy.ts'

it('what was said to be done and is not there is lost, what is there twice is doubled; what is undecided is neither', () => {
  expect(
    verdictOf(
      [
        { name: 'a', outcome: 'done' },
        { name: 'b', outcome: 'done' },
        { name: 'c', outcome: 'undecided' },
        { name: 'd', outcome: 'undecided' },
        { name: 'e', outcome: 'refused' },
      ],
      ['a', 'c', 'c'],
    ),
  ).toEqual({ done: 2, undecided: 2, lost: ['b'], doubled: ['c'] })
  expect([201, 0, 503, 429].map(outcomeOf)).toEqual(['done', 'undecided', 'undecided', 'refused'])
})

it('a wire can be slow, silent and cut, and is again as it was', async () => {
  const server = createServer((socket) => socket.on('error', () => {}).pipe(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await using proxy = await openTcpProxy({
    host: '127.0.0.1',
    port: (server.address() as { port: number }).port,
  })
  const open = async () => {
    const socket = connect(proxy.port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    return socket
  }
  const echo = async (socket: Awaited<ReturnType<typeof open>>) => {
    const began = performance.now()
    socket.write('x')
    await once(socket, 'data')
    return performance.now() - began
  }
  const ended = (one: Awaited<ReturnType<typeof open>>) =>
    new Promise<void>((resolve) => void one.once('close', resolve))
  const socket = await open()
  await echo(socket)
  proxy.set({ kind: 'slow', delayMs: 100 })
  expect(await echo(socket)).toBeGreaterThan(190)
  proxy.set({ kind: 'silent' })
  const answered = echo(socket)
  const first = await Promise.race([
    answered,
    new Promise((resolve) => setTimeout(() => resolve('silent'), 300)),
  ])
  expect(first).toBe('silent')
  proxy.set({ kind: 'open' })
  expect(await answered).toBeGreaterThan(290)
  const closed = ended(socket)
  proxy.set({ kind: 'cut' })
  await closed
  const refused = connect(proxy.port, '127.0.0.1')
  refused.on('error', () => {})
  await ended(refused)
  proxy.set({ kind: 'open' })
  const again = await open()
  await echo(again)
  again.destroy()
  server.close()
})
