#!/usr/bin/env node
// Runs the program on the Node that this package pins, whatever Node started this file.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pinned = [join(root, 'node_modules/node/bin/node'), join(root, '../node/bin/node')].find(existsSync)
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24
if (!pinned && !isNewEnough) {
  fail(
    `Deal Scout needs Node 24, which "npm ci" installs beside it; it is missing, and this is Node ${process.versions.node}. Run "npm ci" in ${root} (with install scripts switched on), or start it with Node 24.`,
  )
}
const program = pinned ?? process.execPath
// A page of listings leaves more behind than fits the default of 16 MiB, and what is cleared too early is copied.
const flags = ['--max-semi-space-size=32']
const child = spawn(program, [...flags, join(root, 'server/cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  // A third of a short command's time is reading the program; where this folder cannot be written, nothing is lost.
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/deal-scout'), ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']) process.on(signal, () => child.kill(signal))
child.on('error', (error) =>
  fail(`${program} cannot be started (${error.message}). Run "npm ci" in ${root} again.`),
)
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))

function fail(message) {
  process.stderr.write(`deal-scout: ${message}\n`)
  process.exit(1)
}
