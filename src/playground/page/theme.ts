const KEY = "spotter-theme";

/** Sets the theme that was chosen last, or the system's. */
export function applyTheme(): void {
  const system = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  document.documentElement.dataset.theme = localStorage.getItem(KEY) ?? system;
}

/** Changes between light and dark, and remembers it. */
export function switchTheme(): void {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  localStorage.setItem(KEY, next);
  applyTheme();
}
