const COLUMNS = 4;
const ROWS = 3;

/** An attachment's placeholder as a CSS background: its rows of colours, one above the other. Blurred, it is the picture from afar. */
export function placeholderBackground(placeholder: string): string {
  const colours = placeholder.match(/[0-9a-f]{3}/g) ?? [];
  return Array.from({ length: ROWS }, (_, row) => {
    const across = colours.slice(row * COLUMNS, (row + 1) * COLUMNS).map((colour) => `#${colour}`);
    return `linear-gradient(90deg,${across.join()}) 0 ${row * 50}%/100% 34% no-repeat`;
  }).join();
}
