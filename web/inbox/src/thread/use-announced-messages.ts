import type { Card } from "@shopbell/protocol/card";
import { useEffect, useRef } from "react";
import { announce } from "../announce/announce.ts";
import { countsOf, filesInWords } from "../attachments/files-in-words.ts";
import type { MessageFile } from "../attachments/message-file.ts";
import { cardsInWords } from "../cards/names.ts";
import { firstName } from "../customer/customer-name.ts";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import type { Row } from "./rows.ts";

interface Said {
  readonly text: string;
  readonly files: readonly MessageFile[];
  readonly cards?: readonly Card[];
}

function spoken({ text, files, cards = [] }: Said): string {
  return [text, filesInWords(countsOf(files)), cardsInWords(cards)].filter(Boolean).join(". ");
}

/** Tells a screen reader what others say while the conversation is open, and nothing of what was there before. */
export function useAnnouncedMessages(rows: readonly Row[], customer: string): void {
  const { staff } = useLive();
  const last = rows.findLast((row) => row.seq > 0)?.seq ?? 0;
  const known = useRef(last);
  useEffect(() => {
    for (const { content } of rows.filter((row) => row.seq > known.current)) {
      if (content.kind === "customer") {
        announce(texts.thread.announce(content.sender ?? customer, spoken(content)));
      }
      if (content.kind === "automation") {
        const name = content.system ?? texts.thread.automation;
        announce(texts.thread.announce(name, spoken({ ...content, files: [] })));
      }
      if (content.kind === "staff" && content.authorId !== staff.id) {
        announce(texts.thread.announce(firstName(content.author), spoken(content)));
      }
    }
    known.current = Math.max(known.current, last);
  }, [rows, last, customer, staff.id]);
}
