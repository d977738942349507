import {
  chmodSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { announceRunning, runningProgram } from './running-program.ts'

const program = { address: 'http://127.0.0.1:3000', token: 'a-secret-of-this-start' }
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'running-program-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('the token is in a file for its user only, also where one was left that others may read or have open', async () => {
  const file = join(folder, 'running.json')
  writeFileSync(file, '{"address":"http://127.0.0.1:1"}')
  chmodSync(file, 0o666)
  const open = openSync(file, 'r')
  const takeBack = await announceRunning(folder, program)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(open, 'utf8')).not.toContain(program.token)
  expect(runningProgram(folder)).toMatchObject(program)
  await takeBack()
  expect(readdirSync(folder)).toEqual([])
  expect(runningProgram(folder)).toBeNull()
})

it('what another program wrote meanwhile is not taken back', async () => {
  const takeBack = await announceRunning(folder, program)
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ ...program, pid: process.ppid }))
  await takeBack()
  expect(readdirSync(folder)).toEqual(['running.json'])
})
