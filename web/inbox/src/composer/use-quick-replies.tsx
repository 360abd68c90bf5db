import type { Customer } from "@shopbell/protocol/staff";
import { lazy, type RefObject, Suspense } from "react";
import { announce } from "../announce/announce.ts";
import { useLive } from "../live/live.ts";
import { beginning } from "../quick-replies/beginning.ts";
import { takeSaid } from "../quick-replies/inserted.ts";
import { unfilledIn } from "../quick-replies/variables.ts";
import { texts } from "../texts/en.ts";
import { useCompletion } from "./use-completion.ts";

const QuickReplyMenu = lazy(() =>
  import("../quick-replies/quick-reply-menu.tsx").then((module) => ({
    default: module.QuickReplyMenu,
  })),
);

interface Options {
  readonly conversation: string;
  readonly customer: Customer | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly isOn: boolean;
  readonly write: (text: string) => void;
}

/** Quick replies in the field: a / at the start of a word opens their menu. */
export function useQuickReplies({ conversation, customer, field, isOn, write }: Options) {
  const { store } = useLive();
  const completion = useCompletion({
    field,
    isOn: isOn && customer !== undefined,
    begin: beginning,
    selected: unfilledIn,
    write,
  });
  const { listProps } = completion;

  return {
    ...completion,
    menu: listProps && customer && (
      <Suspense>
        <QuickReplyMenu {...listProps} conversation={conversation} customer={customer} />
      </Suspense>
    ),
    /** As if a / were typed where the caret is. */
    open: () => {
      const element = field.current;
      if (!element) return;
      element.focus();
      const before = element.value.slice(0, element.selectionStart);
      if (beginning(before, before.length)) {
        completion.look();
        return;
      }
      const sign = /(^|[\s(])$/u.test(before) ? "/" : " /";
      const after = element.value.slice(element.selectionEnd);
      const caret = before.length + sign.length;
      write(before + sign + after);
      queueMicrotask(() => {
        element.setSelectionRange(caret, caret);
        completion.look();
      });
    },
    /** Whether a text must not go yet: something in it was not known and is still to be written. */
    holds: (text: string): boolean => {
      const gap = isOn ? unfilledIn(text) : null;
      if (!gap) return false;
      const shown = field.current?.value.indexOf(text.slice(gap.start, gap.end)) ?? -1;
      if (shown >= 0) field.current?.setSelectionRange(shown, shown + gap.end - gap.start);
      announce(texts.composer.unfilled);
      return true;
    },
    /** Counts what a message says that has just gone. */
    sent: (message: string, text: string) => {
      const said = takeSaid(conversation, text);
      if (said.length === 0) return;
      void import("../quick-replies/known.ts").then(({ countUses }) =>
        countUses(store.id, said, message),
      );
    },
  };
}
