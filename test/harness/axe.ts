import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** The rules of axe whose outcome a theme can change. */
export const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on a page, by these of its rules or by all. The app has no frames: without axe's way into them, which
 * opens a page for each look, and with the findings alone, a look takes a quarter of the time.
 */
export async function axeOf(page: Page, rules?: string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never })
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
    .setLegacyMode()
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}
