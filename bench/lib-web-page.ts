import type { BrowserContext, CDPSession, Page } from 'playwright-core'

/** Notes what a visit is measured by, from before the page begins. */
const observe = `
  window.measured = { lcpMs: 0, cls: 0, inpMs: 0 };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) measured.lcpMs = one.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) measured.cls += one.value })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (one.interactionId > 0) measured.inpMs = Math.max(measured.inpMs, one.duration) })
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
`

/** Largest paint (ms from the start), sum of shifts, slowest interaction (ms, to 8). */
export interface Measured {
  lcpMs: number
  cls: number
  inpMs: number
}

export interface SlowPage extends AsyncDisposable {
  page: Page
  measured(): Promise<Measured>
  /** Counts interactions anew. */
  forget(): Promise<void>
  heapMb(): Promise<number>
}

/** A page on a processor that is `slowdown` times slower. */
export async function openSlowPage(
  context: BrowserContext,
  { slowdown, width = 1280, height = 900 }: { slowdown: number; width?: number; height?: number },
): Promise<SlowPage> {
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  await page.addInitScript(observe)
  const devtools: CDPSession = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return {
    page,
    measured: () => page.evaluate<Measured>('window.measured'),
    forget: () => page.evaluate('void (window.measured.inpMs = 0)'),
    async heapMb() {
      await devtools.send('HeapProfiler.collectGarbage')
      const used = await page.evaluate<number>('performance.memory.usedJSHeapSize')
      return Number((used / 1e6).toFixed(1))
    },
    [Symbol.asyncDispose]: () => page.close(),
  }
}

/** The page as it stands, without a script: what the least that shows the same would send. */
export function bareCopyOf(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    const copy = document.documentElement.cloneNode(true)
    for (const one of copy.querySelectorAll('script, link[rel=modulepreload]')) one.remove()
    return '<!doctype html>' + copy.outerHTML
  })()`)
}
