import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

/** The Chromium of this machine; null where there is none, and a test that needs one is skipped. */
export const chromiumPath: string | null =
  (process.env.PATH ?? '')
    .split(':')
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? null

export const noChromium = 'there is no Chromium on this machine: apt-get install chromium'

export interface Browser extends AsyncDisposable {
  context: BrowserContext
}

const graphics = {
  usual: ['--disable-gpu'],
  /** Maps are drawn, by the processor. */
  software: ['--enable-unsafe-swiftshader', '--use-angle=swiftshader'],
  /** As where a browser or its owner allows none: no map can be drawn. */
  none: ['--disable-gpu', '--disable-3d-apis'],
}

const extensionArgs = (folder: string) => [
  `--disable-extensions-except=${folder}`,
  '--enable-unsafe-extension-debugging',
]

/**
 * A browser with a fresh profile, without a window and without calls of its own. `worker`: pages may have a service worker,
 * which else would keep what the next test asks anew.
 */
export async function openBrowser({
  worker = false,
  webgl = 'usual',
  extension,
  args = [],
}: {
  worker?: boolean
  webgl?: keyof typeof graphics
  /** Folder of an unpacked extension, whose button can be pressed by `Extensions.triggerAction`. */
  extension?: string
  args?: readonly string[]
} = {}): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'deal-scout-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath!,
    headless: true,
    chromiumSandbox: false,
    args: [
      ...graphics[webgl],
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(extension === undefined ? [] : [`--load-extension=${extension}`, ...extensionArgs(extension)]),
      ...args,
    ],
    ...(extension !== undefined && { ignoreDefaultArgs: ['--disable-extensions'] }),
    timeout: 60_000,
  })
  context.setDefaultTimeout(30_000)
  // Playwright's own option says so in the console, where tests look for what should not be said.
  if (!worker)
    await context.addInitScript(
      'if (navigator.serviceWorker) navigator.serviceWorker.register = () => new Promise(() => {})',
    )
  return {
    context,
    async [Symbol.asyncDispose]() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
