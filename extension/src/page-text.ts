import type { Say } from './summary.ts'

/** In the browser's language, else English. */
export const say: Say = (name, ...given) => chrome.i18n.getMessage(name, given)

/** Puts the texts into a page, where `data-text` names them. */
export function fillTexts(): void {
  document.documentElement.lang = say('language')
  for (const one of document.querySelectorAll<HTMLElement>('[data-text]'))
    one.textContent = say(one.dataset.text ?? '')
}

/** An element with a text: what comes from elsewhere is never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  className = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  made.textContent = text
  made.className = className
  return made
}
