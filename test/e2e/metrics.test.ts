import { expect, it } from 'vitest'
import { testApp } from '../harness/app.ts'
import { noPromtool, promtool, promtoolPath } from '../harness/promtool.ts'

/** What a Prometheus is asked to keep of one process. */
const seriesMax = 1_500

it('a process that answered every route gives few series, and nothing that promtool finds fault with', async (context) => {
  const routes: { method: string; path: string }[] = []
  await using test = await testApp({
    ...{ roles: ['api', 'worker', 'scheduler'], env: { RATE_LIMIT_READ: '0', RATE_LIMIT_WRITE: '0' } },
    overrides: { onRoute: (route) => void routes.push(route) },
  })
  for (const { method, path } of routes) {
    if (path === '/api/stream') continue
    const at = path.replaceAll(/:\w+/g, '987654').replace('*', 'x')
    const answer = await fetch(`${test.address}${at}`, { method, redirect: 'manual' })
    await answer.arrayBuffer()
  }
  const text = await (await fetch(`${test.address}/metrics`)).text()
  const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  expect(series.length).toBeGreaterThan(300)
  expect(series.length).toBeLessThanOrEqual(seriesMax)
  // No name that a person or a stranger gave is in any of them.
  expect(text).not.toMatch(/="[^"]*987654/)
  context.skip(promtoolPath === null, noPromtool)
  expect(promtool(['check', 'metrics'], text)).toEqual({ ok: true, said: '' })
})
