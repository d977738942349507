import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { canMount, mountTmpfs } from '../../../test/harness/tmpfs.ts'
import { until } from '../../../test/harness/until.ts'
import { createLog } from '../log.ts'
import { type LogFileOptions, openLogFile } from './log-file.ts'

const base = mkdtempSync(join(tmpdir(), 'deal-scout-logs-'))
const said: string[] = []
vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
  said.push(String(text))
  return true
})
afterEach(() => void said.splice(0))

let count = 0
function logTo(over: Partial<LogFileOptions> = {}) {
  const folder = join(base, String(count++))
  const options = {
    folder,
    name: 'deal-scout',
    megabytesMax: 1,
    every: 'size',
    filesKept: 2,
    ...over,
  } as const
  const file = openLogFile(options)
  const log = createLog({
    ...{ level: 'info', format: 'json', isTerminal: false, secrets: ['hunter2-secret'], beside: file },
  })
  const names = () => (existsSync(options.folder) ? readdirSync(options.folder).toSorted() : [])
  const text = () =>
    names()
      .map((name) => readFileSync(join(options.folder, name), 'utf8'))
      .join('')
  return { ...options, file, log, names, text }
}

test('every line is in a file that only its user can read, without the secrets', async () => {
  const { folder, file, log, names, text } = logTo()
  log.info({ where: 'https://x.example/?key=hunter2-secret' }, 'before it is open')
  await until(async () => (names().length === 1 && text() !== '') || undefined)
  log.info('afterwards hunter2-secret')
  expect(
    text()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).msg),
  ).toEqual(['before it is open', 'afterwards ********'])
  expect(text()).not.toContain('hunter2')
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const name of names()) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  await file.close()
})

test('a file that has grown is followed by another, and the oldest go', async () => {
  const { file, names, folder } = logTo()
  await until(async () => names().length === 1 || undefined)
  for (let turn = 0; turn < 60; turn++) {
    file.write(`grows ${turn} ${'x'.repeat(100_000)}\n`)
    await new Promise(setImmediate)
  }
  await until(async () => names().length <= 3 || undefined)
  expect(names()).not.toContain('deal-scout.1.log')
  const newest = names()
    .toSorted((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]))
    .at(-1)!
  expect(
    readFileSync(join(folder, newest), 'utf8') + readFileSync(join(folder, names()[0]!), 'utf8'),
  ).toContain('grows')
  for (const name of names()) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  await file.close()
})

test('a folder that cannot be written is told of once, and the log goes on', async () => {
  const occupied = join(base, 'a-file')
  writeFileSync(occupied, '')
  const { file, log } = logTo({ folder: occupied })
  log.info('one')
  await until(async () => said.some((text) => text.includes('LOG_FOLDER')) || undefined)
  log.info('two')
  expect(said.filter((text) => text.includes('LOG_FOLDER'))).toHaveLength(1)
  await file.close()
})

test.runIf(canMount)(
  'a full disk is told of once and stops nothing; later lines are written again',
  async () => {
    const disk = join(base, 'disk')
    const unmount = mountTmpfs(disk, '64k')
    try {
      const { file, log, names, text } = logTo({ folder: join(disk, 'logs') })
      await until(async () => names().length === 1 || undefined)
      writeFileSync(join(disk, 'ballast'), 'x'.repeat(60 * 1024))
      for (let turn = 0; turn < 20; turn++) file.write(`line ${turn} ${'y'.repeat(1_000)}\n`)
      expect(said.filter((one) => one.includes('LOG_FOLDER'))).toHaveLength(1)
      rmSync(join(disk, 'ballast'))
      log.info('there is room again')
      expect(text()).toContain('line 19')
      expect(text()).toContain('there is room again')
      await file.close()
    } finally {
      unmount()
    }
  },
)
