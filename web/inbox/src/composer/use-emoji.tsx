import { lazy, type RefObject, Suspense } from "react";
import { beginning } from "../emoji/beginning.ts";
import { useCompletion } from "./use-completion.ts";

const EmojiCompletion = lazy(() =>
  import("../emoji/emoji-completion.tsx").then((module) => ({ default: module.EmojiCompletion })),
);

interface Options {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly write: (text: string) => void;
}

/** Emoji by their codes: a colon and two letters offer them. */
export function useEmoji({ field, write }: Options) {
  const completion = useCompletion({ field, isOn: true, begin: beginning, write });
  const { listProps } = completion;
  return {
    ...completion,
    list: listProps && (
      <Suspense>
        <EmojiCompletion {...listProps} />
      </Suspense>
    ),
  };
}
