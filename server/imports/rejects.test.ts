import { chmod, chown, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRejects } from './rejects.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rejects-'))
})
afterEach(() => rm(folder, { recursive: true }))

const reject = (line: number) => ({ line, problems: ['title: missing'], raw: '{"a":"ü\\n"}' })

describe('createRejects', () => {
  it('writes one line per reject, in order, and names the file only when it is whole', async () => {
    const rejects = createRejects(join(folder, 'a.csv'))
    for (let line = 1; line <= 5_000; line++) await rejects.add(reject(line))
    expect(await readdir(folder)).not.toContain('a.csv.rejects.jsonl')
    expect(await rejects.finish()).toBe(join(folder, 'a.csv.rejects.jsonl'))
    expect(await readdir(folder)).toEqual(['a.csv.rejects.jsonl'])
    const lines = (await readFile(join(folder, 'a.csv.rejects.jsonl'), 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      Array.from({ length: 5_000 }, (_, i) => reject(i + 1)),
    )
  })

  it('creates nothing when there is nothing to reject', async () => {
    expect(await createRejects(join(folder, 'a.csv')).finish()).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('leaves no listener behind with what it waits for', async () => {
    const warned: string[] = []
    const warn = ({ message }: Error) => void warned.push(message)
    process.on('warning', warn)
    const rejects = createRejects(join(folder, 'a.csv'))
    for (let line = 1; line <= 2_000; line++) await rejects.add({ ...reject(line), raw: 'x'.repeat(2_000) })
    await rejects.finish()
    process.off('warning', warn)
    expect(warned).toEqual([])
  })

  it('leaves an earlier file in place until the new one is whole, and no trace when abandoned', async () => {
    const path = join(folder, 'a.csv.rejects.jsonl')
    await writeFile(path, 'old\n')
    const rejects = createRejects(join(folder, 'a.csv'))
    await rejects.add(reject(1))
    await rejects.abandon()
    expect(await readdir(folder)).toEqual(['a.csv.rejects.jsonl'])
    expect(await readFile(path, 'utf8')).toBe('old\n')
  })

  it.each([0o600, 0o640, 0o644, 0o400])(
    'lets nobody read the rows who may not read the file, from the first byte on: %o',
    async (mode) => {
      const file = join(folder, 'a.csv')
      await writeFile(file, 'a\n')
      await chmod(file, mode)
      const rejects = createRejects(file, 'tag')
      await rejects.add(reject(1))
      const rights = async (path: string) => (await stat(path)).mode & 0o777
      expect(await rights(`${file}.rejects.jsonl.tag.tmp`)).toBe(mode)
      await rejects.finish()
      expect(await rights(`${file}.rejects.jsonl`)).toBe(mode)
    },
  )

  it.runIf(process.geteuid?.() === 0)(
    'leaves the rows with the owner of the file when root imports it',
    async () => {
      const file = join(folder, 'a.csv')
      await writeFile(file, 'a\n', { mode: 0o600 })
      await chown(file, 65_534, 65_534)
      const rejects = createRejects(file)
      await rejects.add(reject(1))
      await rejects.finish()
      const { uid, gid, mode } = await stat(`${file}.rejects.jsonl`)
      expect({ uid, gid, mode: mode & 0o777 }).toEqual({ uid: 65_534, gid: 65_534, mode: 0o600 })
    },
  )

  it('writes through no link that stands where its temporary file goes', async () => {
    const file = join(folder, 'a.csv')
    const other = join(folder, 'other')
    await writeFile(other, 'mine')
    await symlink(other, `${file}.rejects.jsonl.tag.tmp`)
    const rejects = createRejects(file, 'tag')
    await rejects.add(reject(1))
    await rejects.finish()
    expect(await readFile(other, 'utf8')).toBe('mine')
  })

  it('says so when the folder cannot be written', async () => {
    const rejects = createRejects(join(folder, 'missing', 'a.csv'))
    const all = async () => {
      await rejects.add(reject(1))
      await rejects.finish()
    }
    await expect(all()).rejects.toMatchObject({ code: 'rejects-not-written' })
  })
})
