import type { Page } from 'playwright-core'
import { axeOf, colourRules } from '../../harness/axe.ts'
import { settled, type WebHouse, widths } from './house.ts'

/** Smaller ones are missed by a thumb; WCAG 2.2, 2.5.8. */
const targetPxMin = 24

const none = { axe: [], violations: [], wider: 0, small: [], said: [] }
export type Faults = Record<string, unknown>

/** As many without fault as were looked at. */
export const faultless = (found: Faults): Faults =>
  Object.fromEntries(Object.keys(found).map((name) => [name, none]))

/**
 * Looks at pages, wide and narrow, by day and by night: what is wrong with each, by `name at width`. `inTurn`: at one page wide,
 * at the next narrow, where what is looked for is the same on all of them.
 */
export async function openLooker(
  house: WebHouse,
  page: Page,
  {
    isExpected = () => false,
    inTurn = false,
  }: { isExpected?: (said: string) => boolean; inTurn?: boolean } = {},
) {
  const [wide, narrow] = widths
  await page.setViewportSize(wide!)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.addInitScript(
    `window.violations = []; addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective + ' ' + e.blockedURI))`,
  )
  const said: string[] = []
  page.on('console', (message) => {
    // What the processor says of itself where it draws in place of a graphics card.
    if (!message.text().includes('GL Driver Message')) said.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => said.push(String(error)))
  const found: Faults = {}
  /** As it stands now. */
  let looked = 0
  const look = async (name: string) => {
    looked++
    for (const size of [wide!, narrow!]) {
      if (inTurn && (size === wide) !== (looked % 2 === 0)) continue
      await page.setViewportSize(size)
      await settled(page)
      const axe = await axeOf(page)
      const faults = await faultsOf(page)
      found[`${name} at ${size.width}`] = {
        axe,
        ...faults,
        said: said.splice(0).filter((line) => !isExpected(line)),
      }
      // Nothing but colours is another by night.
      await page.emulateMedia({ colorScheme: 'dark' })
      found[`${name} at ${size.width} by night`] = { ...none, axe: await axeOf(page, colourRules) }
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await page.setViewportSize(wide!)
  }
  return {
    ...{ page, found, look },
    async lookAt(name: string, path: string, ready: () => Promise<unknown> = () => settled(page)) {
      await page.goto(`${house.address}${path}`)
      await ready()
      await look(name)
    },
  }
}

async function faultsOf(page: Page) {
  return {
    violations: await page.evaluate('window.violations'),
    wider: await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    small: await page.evaluate(`[...document.querySelectorAll('a, button, input, select, summary')]
      .filter((one) => one.checkVisibility({ opacityProperty: true }) && !one.closest('.sr-only, label'))
      .map((one) => ({ one, box: one.getBoundingClientRect(), after: getComputedStyle(one, '::after').position }))
      .filter(({ box, after }) => after !== 'absolute' && box.width > 1 && (box.width < ${targetPxMin} || box.height < ${targetPxMin}))
      .map(({ one, box }) => one.outerHTML.slice(0, 120) + ' ' + box.width + 'x' + box.height)`),
  }
}
