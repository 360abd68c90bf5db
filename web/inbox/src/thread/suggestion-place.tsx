import type { ConversationSummary } from "@shopbell/protocol/staff";
import { lazy, Suspense } from "react";
import { focusComposer } from "../composer/focus-composer.ts";
import { useDraft } from "../composer/use-draft.ts";
import { useLive } from "../live/live.ts";

const Suggestions = lazy(() =>
  import("../quick-replies/suggestions.tsx").then((module) => ({ default: module.Suggestions })),
);

/** Where quick replies are offered: above an empty composer, while the last word is the customer's. */
export function SuggestionPlace({ summary }: { readonly summary: ConversationSummary }) {
  const { session } = useLive();
  const { id, customer, preview, blocked, lastSeq } = summary;
  const draft = useDraft(id);
  if (preview?.kind !== "customer" || blocked || draft) return null;
  return (
    <Suspense>
      <Suggestions
        conversation={id}
        customer={customer}
        seq={lastSeq}
        onInsert={(text) => {
          session.write(id, { kind: "staff", text, mentions: [] });
          focusComposer();
        }}
      />
    </Suspense>
  );
}
