import type { Rich } from "../texts/rich.ts";

/** A sentence of which some parts are stronger. */
export function RichText({ text }: { readonly text: Rich }) {
  return text.map((part) =>
    typeof part === "string" ? (
      part
    ) : (
      <b key={part.strong}>
        <bdi>{part.strong}</bdi>
      </b>
    ),
  );
}
