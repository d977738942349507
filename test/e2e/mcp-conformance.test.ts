import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { testApp } from '../harness/app.ts'

const suite = fileURLToPath(
  new URL('../../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url),
)

/** What the suite asks of a server that was made for it: these call tools, prompts and resources by names of its own. */
const ofItsOwnServer = [
  ...['simple-text', 'image', 'audio', 'embedded-resource', 'mixed-content', 'error'].map(
    (what) => `tools-call-${what}`,
  ),
  ...['with-logging', 'with-progress', 'sampling', 'elicitation'].map((what) => `tools-call-${what}`),
  ...['json-schema-2020-12', 'elicitation-sep1034-defaults', 'elicitation-sep1330-enums'],
  ...['logging-set-level', 'completion-complete'],
  ...['list', 'read-text', 'read-binary', 'templates-read', 'subscribe', 'unsubscribe'].map(
    (what) => `resources-${what}`,
  ),
  ...['list', 'get-simple', 'get-with-args', 'get-embedded-resource', 'get-with-image'].map(
    (what) => `prompts-${what}`,
  ),
]
/** Streams that are kept and gone on with in a session, which there is none of. */
const ofSessions = ['server-sse-polling', 'server-sse-multiple-streams']
/** Of a server with tools: the handshake, the tools themselves, and that a web page cannot reach it. */
const ofOurs = ['server-initialize', 'ping', 'tools-list', 'dns-rebinding-protection']

it('/mcp passes what of the conformance suite is about a server that has tools and nothing else', async () => {
  await using test = await testApp({ roles: ['api'] })
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-mcp-'))
  try {
    const known = join(folder, 'known.yml')
    // Only these may fail, and each of them has to: one that passes is to be taken out of the list.
    writeFileSync(
      known,
      `server:\n${[...ofItsOwnServer, ...ofSessions].map((name) => `  - ${name}\n`).join('')}`,
    )
    const args = ['server', '--url', `${test.address}/mcp`, '--suite', 'all', '--expected-failures', known]
    const child = spawn(process.execPath, [suite, ...args, '-o', join(folder, 'results')], {
      cwd: folder,
      env: { PATH: process.env.PATH },
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
    const [code] = await once(child, 'close')
    expect(code, text.slice(-4000)).toBe(0)
    for (const name of ofOurs) expect(text).toMatch(new RegExp(`✓ ${name}: [1-9]\\d* passed, 0 failed`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
