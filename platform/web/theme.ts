export type Theme = 'system' | 'light' | 'dark'

const THEME = 'acuse.theme'

function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(THEME)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(THEME, theme)
  } catch {
    // Kept until the page is closed, then.
  }
  applyTheme(theme)
}

/** Before the first drawing, so that nothing flashes. */
export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme')
  else document.documentElement.dataset.theme = theme
}
