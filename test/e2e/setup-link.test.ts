import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { visitor } from '../../server/accounts/test-kit.ts'
import { until } from '../harness/app.ts'
import { testDatabase } from '../harness/database.ts'
import { dataFolder, run, startServer } from '../harness/program.ts'

const launcher = fileURLToPath(new URL('../../bin/deal-scout.js', import.meta.url))
const hint = 'to let people sign in: deal-scout setup-link'

it('a set-up link is never in what a program without a terminal writes: the command prints it, it works once, and no log has it', async () => {
  using data = dataFolder()
  await using database = await testDatabase()
  const env = {
    ...{ ...database.env, DEAL_SCOUT_DATA: data.path, DEAL_SCOUT_PORT: '0', DEAL_SCOUT_DEMO: 'off' },
    DEAL_SCOUT_LOG_LEVEL: 'trace',
  }
  await using program = await startServer({ cwd: data.path, env })
  await until(async () => program.stderr().includes(hint), 30_000)
  const printed = await run(['setup-link'], { cwd: data.path, env: { ...env, DEAL_SCOUT_LOG_LEVEL: 'info' } })
  expect(printed.code, printed.stderr).toBe(0)
  const [url = ''] = printed.stdout.split('\n')
  expect(url).toMatch(new RegExp(`^${program.address}/account/setup/[\\w-]{43}$`))
  expect(printed.stderr).not.toContain('/account/setup/')

  const path = new URL(url).pathname
  const owner = visitor(program.address)
  expect((await owner.call('GET', path)).status).toBe(200)
  const token = path.split('/').at(-1)!
  const form = { token, name: 'Ann', email: 'ann@example.com', password: 'seven quiet herons' }
  expect(await owner.post('/account/setup', form)).toMatchObject({ status: 303 })
  expect((await owner.call('GET', '/api/rules')).status).toBe(200)
  for (const method of ['GET', 'POST']) {
    const again = visitor(program.address)
    const answer = method === 'GET' ? await again.call('GET', path) : await again.post('/account/setup', form)
    expect(answer.status, method).toBe(404)
  }
  await until(async () => program.stderr().includes('/account/setup/:token'), 10_000)
  for (const text of [program.stderr(), program.stdout()]) {
    expect(text).not.toContain(token)
    expect(text).not.toContain(form.password)
  }
})

it.skipIf(!existsSync('/usr/bin/script'))('on a terminal the start shows one', async () => {
  using data = dataFolder()
  await using database = await testDatabase()
  const child = spawn('/usr/bin/script', ['-qfec', `${process.execPath} ${launcher} start`, '/dev/null'], {
    ...{ cwd: data.path, detached: true, stdio: ['ignore', 'pipe', 'ignore'] },
    env: {
      ...{ ...database.env, PATH: process.env.PATH, DEAL_SCOUT_DATA: data.path },
      ...{ DEAL_SCOUT_PORT: '0', DEAL_SCOUT_DEMO: 'off' },
    },
  })
  try {
    let shown = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text
    })
    await until(async () => /http:\S+\/account\/setup\/[\w-]{43}/.test(shown), 60_000)
    expect(shown).not.toContain(hint)
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  }
})
