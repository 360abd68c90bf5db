import type { SnippetPart } from "@shopbell/protocol/staff";
import styles from "./marked.module.css";

/** Text with what was looked for marked in it. */
export function Marked({ parts }: { readonly parts: readonly SnippetPart[] }) {
  return parts.map(({ text, hit }, index) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order.
      <mark key={index} className={styles.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

/** The same for a name or an address, which the server sends whole. */
export function partsOf(text: string, query: string): readonly SnippetPart[] {
  const lower = text.toLowerCase();
  const places = query
    .toLowerCase()
    .split(/[\s"“”„«»]+/u)
    .filter((word) => word !== "")
    .map((word) => ({ start: lower.indexOf(word), end: lower.indexOf(word) + word.length }))
    .filter(({ start }) => start >= 0)
    .sort((one, other) => one.start - other.start);
  const parts: SnippetPart[] = [];
  let at = 0;
  for (const { start, end } of places) {
    if (end <= at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), hit: false });
    parts.push({ text: text.slice(Math.max(at, start), end), hit: true });
    at = end;
  }
  return at < text.length ? [...parts, { text: text.slice(at), hit: false }] : parts;
}
