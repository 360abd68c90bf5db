/** What a person chose; "system" follows the device. */
export type Theme = "system" | "light" | "dark";

const KEY = "shopbell.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

export function chosenTheme(): Theme {
  const kept = read();
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function chooseTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // It then lasts until the page is left.
  }
  show(theme);
}

/** Puts the theme on the page and keeps it right when the device changes its mind or another tab chooses. */
export function followTheme(): void {
  show(chosenTheme());
  dark.addEventListener("change", () => show(chosenTheme()));
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) show(chosenTheme());
  });
}

function show(theme: Theme): void {
  const shown = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
  document.documentElement.dataset.theme = shown;
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
