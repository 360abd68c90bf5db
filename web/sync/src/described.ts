import type { ShopperMessage, ShopperNews } from "@shopbell/protocol/shopper";
import type { Thread } from "./thread.ts";

type Described = Extract<ShopperNews, { readonly type: "described" }>;

/** The thread with other words for one of its files; as it was where it does not hold the message. */
export function withWords(
  { messages, aside }: Thread<ShopperMessage>,
  { publicSeq, attachment, alt }: Described,
): Thread<ShopperMessage> {
  const described = (message: ShopperMessage): ShopperMessage =>
    message.publicSeq === publicSeq
      ? {
          ...message,
          attachments: message.attachments.map((file) =>
            file.id === attachment ? { ...file, alt } : file,
          ),
        }
      : message;
  return { messages: messages.map(described), aside: aside.map(described) };
}
