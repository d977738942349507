let chosen: string | undefined

/** In which language figures are written outside of components; undefined = as the browser has it. */
export const locale = () => chosen

export function setLocale(tag: string | undefined): void {
  chosen = tag
}

const storedAs = 'language'

/** What the person who last was here had chosen, until it is known who is here now; null = nothing. */
export const storedLanguage = (): string | null => localStorage.getItem(storedAs)

export function storeLanguage(tag: string | null): void {
  if (tag === null) localStorage.removeItem(storedAs)
  else localStorage.setItem(storedAs, tag)
}
