/** What a page was read as: itself, or why not. */
export type ReadPage = { url: string; html: string } | { tooLarge: true }

/**
 * Runs in the page that the person has before them, in a world of its own, and must therefore need nothing beside itself.
 * Takes the document as it stands: it scrolls, opens and presses nothing, and asks nobody. The copy is made in a
 * document that no window shows, where pictures are not fetched and no code of the page runs.
 */
export function readPage(bytesMax: number): ReadPage {
  const still = document.implementation.createHTMLDocument('')
  const copy = still.importNode(document.documentElement, true)
  // What says nothing of a listing, or is what the person has typed.
  const needless =
    'style, link[rel~="stylesheet"], svg, canvas, video, audio, iframe, object, embed, noscript, template, input, textarea, select'
  for (const one of copy.querySelectorAll(needless)) one.remove()
  for (const one of copy.querySelectorAll('img[src^="data:"], img[srcset]')) {
    one.removeAttribute('srcset')
    if (one.getAttribute('src')?.startsWith('data:')) one.removeAttribute('src')
  }
  const html = `<!doctype html>${copy.outerHTML}`.replaceAll('\0', '').toWellFormed()
  const url = location.href.length <= 4000 ? location.href : location.origin + location.pathname
  return new TextEncoder().encode(html).length > bytesMax ? { tooLarge: true } : { url, html }
}
