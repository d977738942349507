import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../harness/app.ts'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { dataFolder, startServer } from '../harness/program.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

it('uploads that go on for ever do not keep a program that is told to stop', async () => {
  using data = dataFolder()
  await using server = await startServer({
    env: {
      ...database.env,
      DEAL_SCOUT_DATA: data.path,
      DEAL_SCOUT_PORT: '0',
      DEAL_SCOUT_DEMO: 'off',
    },
    cwd: data.path,
  })
  const { hostname, port } = new URL(server.address)
  const head = [
    'POST /api/imports HTTP/1.1',
    `Host: ${hostname}`,
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Length: 1000000',
    '',
    '--x',
    'Content-Disposition: form-data; name="file"; filename="a.csv"',
    '',
    'title,price,currency,url',
    '',
  ].join('\r\n')
  const refused = new Set<number>()
  const answers = Array.from({ length: 5 }, async (_, n) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text
      if (answer.includes('"status":429')) refused.add(n)
    })
    socket.on('error', () => {})
    socket.write(head)
    const row = () => socket.write(`Desk ${n},80,USD,https://example.com/${n}/${performance.now()}\r\n`)
    const timer = setInterval(row, 100)
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(timer)
    return answer
  })
  // More than two imports at a time are refused at once: then two are under way.
  await until(async () => refused.size === 3)
  const notifiedAt = performance.now()
  process.kill(server.pid(), 'SIGTERM')
  const { code } = await server.ended
  const ms = performance.now() - notifiedAt
  expect(code).toBe(0)
  expect(ms).toBeLessThan(5000)
  expect(server.stderr()).not.toMatch(/"level":[56]0/)
  const statuses = (await Promise.all(answers)).map((answer) => answer.slice(9, 12))
  expect(statuses.toSorted()).toEqual(['429', '429', '429', '503', '503'])
})
