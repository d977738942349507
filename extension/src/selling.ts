import { element, say } from './page-text.ts'
import { type Ad, type AdPanel, askAd } from './server.ts'
import { readSettings } from './settings.ts'

interface Selling {
  server: string
  selling: AdPanel
}

/** The person's things that can be posted where they are: chosen, and copied field by field in the order of the form. */
export function sellingParts({ server, selling }: Selling): HTMLElement[] {
  const { place, items, itemsMore, adUrl } = selling
  if (place === null || (items.length === 0 && !selling.isForm)) return []
  const heading = element('h1', say('sellHeading', place.name))
  if (items.length === 0)
    return [heading, element('p', say('sellNothing')), appLink(`${server}/sell`, 'sellToStock')]
  const label = element('label', say('sellWhich'))
  const choice = element('select')
  label.htmlFor = choice.id = 'thing'
  choice.append(new Option(say('sellChoose'), ''))
  for (const { id, title, stands } of items)
    choice.append(new Option(stands ? say('sellStands', title) : title, String(id)))
  const shown = element('div')
  choice.addEventListener('change', () => {
    const itemId = Number(choice.value)
    shown.replaceChildren()
    if (itemId > 0) void showAd(shown, { server, itemId, marketplace: place.id, adUrl })
  })
  return [
    heading,
    label,
    choice,
    ...(itemsMore ? [element('p', say('sellMore'), 'quiet')] : []),
    ...(selling.isForm ? [] : [appLink(place.composerUrl, 'sellToForm')]),
    shown,
  ]
}

async function showAd(
  into: HTMLElement,
  {
    server,
    itemId,
    marketplace,
    adUrl,
  }: { server: string; itemId: number; marketplace: string; adUrl: string | null },
): Promise<void> {
  const settings = await readSettings()
  if (settings === null) return
  try {
    const ad = await askAd(settings, itemId, marketplace)
    const page = `${server}/sell/${itemId}/ads/${encodeURIComponent(marketplace)}`
    into.replaceChildren(
      ...ad.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ sentence }) => element('p', sentence, 'match')),
      fieldsOf(ad),
      ...(ad.photoCount > 0 ? [element('p', say('sellPhotos', String(ad.photoCount)), 'quiet')] : []),
      appLink(page, 'sellToAd'),
      // What was posted is noted there, by the person: the key of this extension changes nothing.
      ...(adUrl === null ? [] : [appLink(`${page}?posted=${encodeURIComponent(adUrl)}`, 'sellPosted')]),
    )
  } catch (error) {
    into.replaceChildren(element('p', error instanceof Error ? error.message : String(error)))
  }
}

function fieldsOf({ fields }: Ad): HTMLElement {
  const list = element('ul')
  for (const { name, label, value, characters, charactersMax } of fields) {
    const row = element('li')
    const isTooLong = charactersMax !== null && characters > charactersMax
    row.append(element('p', isTooLong ? say('sellTooLong', label, String(charactersMax)) : label, 'quiet'))
    if (value === null) {
      // What a form lets one choose from is nobody's to know; the rest was not said yet.
      const isChosen = name === 'category' || name === 'photos' || name === 'delivery'
      row.append(element('p', say(isChosen ? 'sellChooseThere' : 'sellNotSaid')))
    } else {
      row.append(element('p', value, 'text'), copyButton(label, value))
    }
    list.append(row)
  }
  return list
}

function copyButton(label: string, text: string): HTMLElement {
  const button = element('button', say('sellCopy'))
  button.setAttribute('aria-label', say('sellCopyOne', label))
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(
      () => {
        button.textContent = say('sellCopied')
      },
      () => {
        button.textContent = say('sellNotCopied')
      },
    )
  })
  return button
}

function appLink(href: string, name: string): HTMLElement {
  const row = element('p')
  const link = element('a', say(name))
  link.href = href
  link.target = '_blank'
  link.rel = 'noreferrer'
  row.append(link)
  return row
}
