import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startFakeServer } from '../../../test/harness/fake-server.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A process that opens its log as the program does, and runs this. */
async function runWith(env: Record<string, string>, code: string) {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-telemetry-'))
  const program = `
    import { registerHooks } from 'node:module'
    const seen = []
    registerHooks({
      load(url, context, next) {
        if (/@(?:sentry|opentelemetry.sdk)/.test(url)) seen.push(url)
        return next(url, context)
      },
    })
    const { loadConfig } = await import(${JSON.stringify(here('../config.ts'))})
    const { onUncaught, openTelemetry } = await import(${JSON.stringify(here('telemetry.ts'))})
    const config = loadConfig({ env: ${JSON.stringify(env)}, adapterOptions: [], cwd: ${JSON.stringify(folder)} })
    const telemetry = await openTelemetry({ ...config, logFolder: ${JSON.stringify(join(folder, 'logs'))} }, ['worker'])
    onUncaught(telemetry)
    ${code}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env.PATH },
  })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text
  })
  child.stderr.resume()
  try {
    const [code] = await once(child, 'close')
    const names = readdirSync(join(folder, 'logs'))
    const lines = names.flatMap((name) =>
      readFileSync(join(folder, 'logs', name), 'utf8')
        .trim()
        .split('\n'),
    )
    return { code, stdout, names, lines }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it('an error that nobody caught ends the program, and its log, its file and Sentry have it', async () => {
  await using sentry = await startFakeServer((_, response) => void response.end('{}'))
  const env = { SENTRY_DSN: `${sentry.baseUrl.replace('://', '://key@')}/1` }
  const { code, names, lines } = await runWith(
    env,
    `telemetry.log.info('the last before'); setTimeout(() => { throw new TypeError('of a listing') }, 50)`,
  )
  expect(code).toBe(1)
  expect(names).toEqual(['deal-scout-worker.1.log'])
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 30, msg: 'the last before' },
    {
      level: 60,
      msg: expect.stringContaining('nobody caught'),
      err: { type: 'TypeError', message: 'of a listing' },
    },
  ])
  expect(sentry.requests).toHaveLength(1)
  expect(sentry.requests[0]!.body).toContain('"level":"fatal"')
  expect(sentry.requests[0]!.body).not.toContain('of a listing')
})

it.each([
  [0, {}],
  [2, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', SENTRY_DSN: 'http://key@127.0.0.1:9/1' }],
])('%i of the libraries of Sentry and OpenTelemetry are loaded with %o', async (count, env) => {
  // The whole program besides. The library of sign-ins loads the API of OpenTelemetry, which does nothing by itself.
  const code = `
    await import(${JSON.stringify(here('../app.ts'))})
    await telemetry.close()
    const loaded = new Set(seen.map((url) => /@(?:sentry|opentelemetry)/.exec(url)[0]))
    console.log(loaded.size)`
  expect((await runWith(env, code)).stdout.trim()).toBe(String(count))
})
