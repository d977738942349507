let chosen: string | undefined

/** In which language figures are written outside of components; undefined = as the browser has it. */
export const locale = () => chosen

export function setLocale(tag: string | undefined): void {
  chosen = tag
}
