export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storedAs = 'theme'

/** Also read before the first paint, by web/public/assets/theme.js. */
export function storedTheme(): Theme {
  const theme = localStorage.getItem(storedAs)
  return themes.find((one) => one === theme) ?? 'system'
}

export function setTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(storedAs)
    delete document.documentElement.dataset.theme
  } else {
    localStorage.setItem(storedAs, theme)
    document.documentElement.dataset.theme = theme
  }
}
