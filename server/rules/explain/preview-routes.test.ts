import { request } from 'node:http'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { ruleInput } from '../../../test/harness/factories.ts'
import { createHttp, listen } from '../../core/http.ts'
import { draftRule } from '../rules.ts'
import { previewRoutes } from './preview-routes.ts'

const undo: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

it('a client that goes ends the look for what its draft fits, and that is no error of the program', async () => {
  const lines: string[] = []
  const http = await createHttp({
    log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
    version: '1.2.3',
    allowedHosts: () => ['127.0.0.1'],
    actorOf: async () => ({ userId: 1, roles: ['owner'] }),
    publicOrigin: () => 'http://127.0.0.1',
  })
  const [began, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()]
  previewRoutes(http, {
    preview: () => Promise.reject(new Error('not asked for')),
    draft: async (userId, { places: _, expiresAt: _at, snoozedUntil: _until, ...input }) =>
      draftRule({ ...input, places: [], expiresAt: null, snoozedUntil: null, regexSteps: 0 }, userId),
    findForDraft: (_, signal) =>
      new Promise((_resolve, reject) => {
        began.resolve()
        signal.addEventListener('abort', () => {
          ended.resolve(String(signal.reason))
          reject(signal.reason)
        })
      }),
  })
  undo.push(() => http.close())
  const address = await listen(http, '127.0.0.1', 0)
  const sent = request(`${address}/api/rules/preview/matches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  })
  sent.on('error', () => {})
  sent.end(JSON.stringify(ruleInput()))
  await began.promise
  sent.destroy()
  expect(await ended.promise).toContain('the client is gone')
  expect(lines).toEqual([])
})
