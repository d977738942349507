import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeExtension, zipOf } from './build-extension.ts'

const folder = mkdtempSync(join(tmpdir(), 'deal-scout-extension-'))
let zip: Uint8Array
beforeAll(async () => {
  zip = readFileSync(await writeExtension(join(folder, 'one')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const textOf = (name: string) => new TextDecoder().decode(unzipSync(zip)[name])

describe('the zip', () => {
  it('is the same to the byte when it is built again, elsewhere', async () => {
    const again = readFileSync(await writeExtension(join(folder, 'two')))
    expect(Buffer.compare(again, zip)).toBe(0)
    expect(Buffer.compare(zipOf(join(folder, 'one', 'unpacked')), zip)).toBe(0)
  })

  it('asks for the page before the person and for nothing that they did not name', () => {
    const manifest = JSON.parse(textOf('manifest.json')) as Record<string, unknown>
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: ['activeTab', 'scripting', 'sidePanel', 'storage'],
    })
    for (const name of [
      'host_permissions',
      'content_scripts',
      'externally_connectable',
      'web_accessible_resources',
    ])
      expect(manifest).not.toHaveProperty(name)
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(manifest.version).toBe(version)
  })

  it('holds all that its manifest and its pages name', async () => {
    const files = unzipSync(zip)
    const manifest = JSON.parse(textOf('manifest.json')) as {
      icons: Record<string, string>
      background: { service_worker: string }
      side_panel: { default_path: string }
      options_ui: { page: string }
    }
    const { background, side_panel: panel, options_ui: options, icons } = manifest
    const pages = [panel.default_path, options.page]
    const named = pages.flatMap((page) =>
      [...textOf(page).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, name]) => name!),
    )
    for (const name of [background.service_worker, ...pages, ...named, ...Object.values(icons)])
      expect(Object.keys(files)).toContain(name)
    for (const [size, name] of Object.entries(icons))
      expect(await sharp(files[name]!).metadata()).toMatchObject({ format: 'png', width: Number(size) })
  })

  it('puts no code of its own beside the page’s: what is read with needs nothing outside of itself', () => {
    const scripts = Object.keys(unzipSync(zip)).filter((name) => name.endsWith('.js'))
    const body = /function readPage\(\w+\) \{[\s\S]*?\n\}/.exec(scripts.map(textOf).join('\n'))?.[0]
    // Put together anew it still is a function, as the browser makes one of it in the page.
    expect(body).toContain('importNode')
    expect(body).not.toMatch(/\b(?:__\w+|import_\w+|say|settings)\b/)
  })
})

describe('its texts', () => {
  const locales = Object.fromEntries(
    ['en', 'de'].map((language) => [
      language,
      JSON.parse(
        readFileSync(new URL(`../public/_locales/${language}/messages.json`, import.meta.url), 'utf8'),
      ) as Record<string, { message: string; placeholders?: object }>,
    ]),
  )

  it('are there in English and German, with the same things in them', () => {
    const [english, german] = [locales.en!, locales.de!]
    expect(Object.keys(german)).toEqual(Object.keys(english))
    for (const [name, { message, placeholders }] of Object.entries(english)) {
      expect([name, german[name]!.placeholders]).toEqual([name, placeholders])
      expect([name, message.length > 0 && german[name]!.message.length > 0]).toEqual([name, true])
    }
  })

  it('are all that its code and its pages ask for', () => {
    const source = fileURLToPath(new URL('../src', import.meta.url))
    const code = readdirSync(source)
      .filter((name) => !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(source, name), 'utf8'))
      .join('\n')
    const html = ['panel.html', 'options.html'].map(textOf).join('\n')
    const asked = [
      ...[...code.matchAll(/\b(?:say|tell)\(\s*'(\w+)'/g)].map(([, name]) => name!),
      ...[...code.matchAll(/\bcounted\('(\w+)'/g)].flatMap(([, name]) => [`${name}One`, `${name}Many`]),
      ...[...html.matchAll(/data-text="(\w+)"/g)].map(([, name]) => name!),
    ]
    expect(asked.length).toBeGreaterThan(25)
    expect(asked.filter((name) => locales.en![name] === undefined)).toEqual([])
  })
})
