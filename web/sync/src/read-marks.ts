import type { ConversationSummary } from "@shopbell/protocol/staff";
import type { Persistence } from "./retry.ts";
import type { StaffApi } from "./staff-api.ts";

interface ReadMarksOptions {
  readonly api: StaffApi;
  persistence(): Persistence | null;
  took(summary: ConversationSummary): void;
}

/** Tells the server what was on screen: one request at a time per conversation, always for the farthest place. */
export interface ReadMarks {
  /** `lastSeq` is the last place there is. */
  mark(conversation: string, seq: number, lastSeq: number): void;
  /** Sends what is not acknowledged yet, after everything was loaded afresh. */
  check(): void;
}

export function createReadMarks(options: ReadMarksOptions): ReadMarks {
  const wanted = new Map<string, number>();
  const told = new Map<string, number>();
  const busy = new Set<string>();

  function check(): void {
    for (const id of wanted.keys()) if (!busy.has(id)) void tell(id);
  }

  async function tell(id: string): Promise<void> {
    busy.add(id);
    for (let seq = wanted.get(id); seq !== undefined; seq = wanted.get(id)) {
      const persistence = options.persistence();
      if (!persistence) break;
      const mark = seq;
      const outcome = await persistence.ask(() => options.api.read(id, mark));
      if (outcome === null) break;
      if (outcome.kind === "done") {
        told.set(id, mark);
        options.took(outcome.value.conversation);
      }
      // A refusal is final as well: gone, or ahead of a thread that was restored from a back-up.
      if (wanted.get(id) === mark) wanted.delete(id);
    }
    busy.delete(id);
  }

  return {
    mark(conversation, seq, lastSeq) {
      const read = told.get(conversation) ?? 0;
      // All of it was read, and it is unread all the same: it was marked so, and is read once more.
      const before = Math.max(wanted.get(conversation) ?? 0, read < lastSeq ? read : 0);
      if (seq <= before) return;
      wanted.set(conversation, seq);
      if (!busy.has(conversation)) void tell(conversation);
    },
    check,
  };
}
