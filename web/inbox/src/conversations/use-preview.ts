import type { ConversationSummary, Preview, StaffDraft } from "@shopbell/protocol/staff";
import type { Entry } from "@shopbell/sync/entry";
import { goesAlong, type Upload } from "@shopbell/sync/uploads/upload";
import { countsOf, filesInWords, kindsOf } from "../attachments/files-in-words.ts";
import { useLoose } from "../attachments/use-uploads.ts";
import { cardsInWords } from "../cards/names.ts";
import { useDraft } from "../composer/use-draft.ts";
import { firstName, shortCustomerName } from "../customer/customer-name.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";

/** The second line of a row: what was said last, or what this person was about to say. */
export interface RowPreview {
  readonly kind: "said" | "note" | "draft" | "failed" | "unreached" | "typing";
  /** "Jonas:", "You:", "Draft:", "E-mail bounced"; empty when the customer speaks. */
  readonly prefix: string;
  readonly text: string;
  /** When it was written, if that is not when the conversation was last active. */
  readonly at: string | null;
}

export function usePreview(id: string, open: boolean): RowPreview {
  const { staff, uploads } = useLive();
  const preview = useLiveState((state) => state.inbox.conversations.get(id)?.preview ?? null);
  const unreached = useLiveState((state) => unreachedIn(state.inbox.conversations.get(id)));
  const entry = useLiveState(({ outbox }) =>
    outbox.entries.findLast((each) => each.conversation === id),
  );
  const typed = useDraft(id)?.text.trim();
  const attached = useLoose(id).filter(goesAlong);
  const cards = useLiveState((state) => state.cards.get(id));
  const draft = typed || filesInWords(kindsOf(attached)) || cardsInWords(cards ?? []);
  const customer = useLiveState((state) => state.inbox.conversations.get(id)?.customer);
  const isTyping = useLiveState(
    ({ company }) => company.typing.get(id)?.some(({ staff: by }) => by === null) ?? false,
  );
  if (entry) return unsent(entry, uploads.state.get().uploads);
  if (isTyping && customer) {
    const text = texts.list.typing(shortCustomerName(customer));
    return { kind: "typing", prefix: "", text, at: null };
  }
  if (draft && !open) return { kind: "draft", prefix: texts.list.draft, text: draft, at: null };
  const last = said(preview, staff.id);
  return unreached ? { ...last, kind: "unreached", prefix: texts.list.unreached[unreached] } : last;
}

/** What is resolved is dealt with, also before the server says so. */
function unreachedIn(summary: ConversationSummary | undefined) {
  return summary?.status === "unresolved" ? summary.unreached : undefined;
}

function unsent(entry: Entry<StaffDraft>, uploads: readonly Upload[]): RowPreview {
  const at = new Date(entry.at).toISOString();
  const files = (entry.body.attachments ?? []).map((id) => ({ kind: "kept", id }) as const);
  const text =
    entry.body.text ||
    filesInWords(countsOf(files, uploads)) ||
    cardsInWords(entry.body.cards ?? []);
  if (entry.failed) return { kind: "failed", prefix: texts.list.notSent, text, at };
  return { kind: "said", prefix: texts.list.you, text, at };
}

function said(preview: Preview | null, ownId: string): RowPreview {
  if (!preview) return { kind: "said", prefix: "", text: "", at: null };
  const kind = preview.kind === "note" ? "note" : "said";
  const text = preview.text || filesInWords(preview.attachments);
  return { kind, prefix: speaker(preview, ownId), text, at: null };
}

function speaker({ kind, author, sender }: Preview, ownId: string): string {
  switch (kind) {
    case "customer":
      return sender === undefined ? "" : texts.list.author(sender);
    case "event":
      return "";
    case "automation":
      return sender === undefined ? texts.list.automation : texts.list.author(sender);
    case "staff":
    case "note": {
      if (author?.id === ownId) return texts.list.you;
      return texts.list.author(author ? firstName(author.name) : (sender ?? texts.thread.staff));
    }
  }
}
