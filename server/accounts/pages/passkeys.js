// What the buttons and the form with data-passkey do. They stay hidden where the browser knows no passkeys.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser
const api = '/api/auth'

const actions = {
  async 'sign-in'() {
    const optionsJSON = await ask('POST', '/sign-in/passkey/options')
    const response = await startAuthentication({ optionsJSON })
    const wanted = await ask('POST', '/sign-in/passkey', { response })
    location.assign(wanted === null ? '/' : '/account/sign-in/code')
  },
  async add(form) {
    const { name, password } = Object.fromEntries(new FormData(form))
    const optionsJSON = await ask('POST', '/passkeys/options', { password })
    const response = await startRegistration({ optionsJSON })
    await ask('POST', '/passkeys', { name, response })
    location.reload()
  },
  async rename({ dataset }) {
    const name = prompt('Name', dataset.name)
    if (name === null) return
    await ask('PATCH', `/passkeys/${dataset.id}`, { name })
    location.reload()
  },
  async remove({ dataset }) {
    if (!confirm(`Remove “${dataset.name}”?`)) return
    await ask('DELETE', `/passkeys/${dataset.id}`)
    location.reload()
  },
}

if (browserSupportsWebAuthn())
  for (const element of document.querySelectorAll('[data-passkey]')) {
    element.hidden = false
    element.addEventListener(element instanceof HTMLFormElement ? 'submit' : 'click', (event) => {
      event.preventDefault()
      actions[element.dataset.passkey](element).catch(tell)
    })
  }

/** What the API answers, null where that is nothing; throws with its sentence. */
async function ask(method, path, body) {
  const answer = await fetch(`${api}${path}`, {
    method,
    headers: {
      'x-csrf-token': /\.csrf=([^;]+)/.exec(document.cookie)?.[1] ?? '',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const said = text === '' ? null : JSON.parse(text)
  if (!answer.ok) throw new Error(said?.detail ?? 'This did not work.')
  return said
}

function tell(error) {
  const problem = document.querySelector('.problem') ?? document.createElement('p')
  problem.className = 'problem'
  problem.setAttribute('role', 'alert')
  problem.textContent = error.message
  document.querySelector('h1').after(problem)
}
