import { fillTexts, say } from './page-text.ts'
import { askSites, Refused } from './server.ts'
import {
  permissionOf,
  readSettings,
  type Settings,
  serverOf,
  usualServer,
  writeSettings,
} from './settings.ts'

const form = document.querySelector('form')!
const status = document.querySelector<HTMLElement>('[role="status"]')!
const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement

fillTexts()
void readSettings().then((settings) => {
  field('server').value = settings?.server ?? usualServer
  field('key').value = settings?.key ?? ''
})

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const server = serverOf(field('server').value)
  if (server === null) return tell('noAddress')
  const settings = { server, key: field('key').value.trim() }
  // Within the press, or the browser asks nobody.
  void chrome.permissions.request(permissionOf(server)).then((granted) => {
    if (granted) return connect(settings)
    return tell('notAllowed')
  })
})

async function connect(settings: Settings): Promise<void> {
  await writeSettings(settings)
  try {
    const { items } = await askSites(settings)
    tell('connected', items.map(({ name }) => name).join(', '))
  } catch (error) {
    if (!(error instanceof Refused)) return tell('unreachable', settings.server)
    if (error.status === 401 || error.status === 403) return tell('keyWanted')
    status.textContent = error.message
  }
}

function tell(name: string, ...given: string[]): void {
  status.textContent = say(name, ...given)
}
