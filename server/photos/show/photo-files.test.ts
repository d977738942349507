import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPhotoFiles } from './photo-files.ts'

let folder: string
let nowMs: number
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'deal-scout-photos-')), 'photos')
  nowMs = Date.now()
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const open = (bytesMax: number) => openPhotoFiles(folder, bytesMax, () => nowMs)
const names = () => readdirSync(folder).toSorted()
const hours = (count: number) => count * 3_600_000

it('keeps what fits and deletes what was unused for longest', async () => {
  const files = open(300)
  for (const name of ['a', 'b', 'c']) await files.write(name, Buffer.alloc(100))
  expect(await files.read('a')).toHaveLength(100)
  await files.write('d', Buffer.alloc(100))
  expect(names()).toEqual(['a', 'c', 'd'])
  expect(await files.read('b')).toBe(null)
  await files.write('c', Buffer.alloc(50))
  await files.write('e', Buffer.alloc(50))
  expect(names()).toEqual(['a', 'c', 'd', 'e'])
  await files.write('f', Buffer.alloc(250))
  expect(names()).toEqual(['e', 'f'])
})

it('knows after a restart what is there and what of it was used last', async () => {
  const before = open(300)
  for (const name of ['a', 'b', 'c']) {
    await before.write(name, Buffer.alloc(100))
    utimesSync(join(folder, name), (nowMs - hours(10)) / 1000, (nowMs - hours(10)) / 1000)
  }
  utimesSync(join(folder, 'b'), (nowMs - hours(20)) / 1000, (nowMs - hours(20)) / 1000)
  utimesSync(join(folder, 'a'), (nowMs - hours(30)) / 1000, (nowMs - hours(30)) / 1000)
  expect(await open(300).read('a')).toHaveLength(100)
  expect(statSync(join(folder, 'a')).mtimeMs).toBeGreaterThan(nowMs - hours(1))
  await open(300).write('d', Buffer.alloc(100))
  expect(names()).toEqual(['a', 'c', 'd'])
})

it('tidies what a process that was killed left half written, and never gives it out', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'a.draft-1'), 'half')
  const files = open(300)
  expect(await files.read('a')).toBe(null)
  expect(names()).toEqual([])
})

it('sees within ten minutes what another process keeps in the same folder', async () => {
  const [one, two] = [open(300), open(300)]
  await one.write('a', Buffer.alloc(100))
  for (const name of ['b', 'c']) await two.write(name, Buffer.alloc(100))
  nowMs += 11 * 60_000
  await one.write('d', Buffer.alloc(100))
  expect(names()).toHaveLength(3)
  expect(names()).toContain('d')
})

it('says what the disk says, and leaves no draft', async () => {
  const files = open(300)
  await files.write('a', Buffer.alloc(100))
  mkdirSync(join(folder, 'b', 'in-the-way'), { recursive: true })
  await expect(files.write('b', Buffer.alloc(100))).rejects.toThrow()
  expect(names()).toEqual(['a', 'b'])
})
