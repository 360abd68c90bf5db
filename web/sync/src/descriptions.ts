import type { StaffMessage } from "@shopbell/protocol/staff";
import type { Thread } from "./thread.ts";

/** Whether a line of the thread tells what is to be seen in a file that was sent. */
export function describes({ event }: StaffMessage): boolean {
  return event?.type === "described";
}

/**
 * The thread with its files described as its own lines tell: the last line about a file is right, because whoever holds
 * the thread holds all that were said since the file was sent, or will ask for them.
 */
export function withDescriptions(thread: Thread<StaffMessage>): Thread<StaffMessage> {
  const words = new Map<string, string | null>();
  for (const { event } of [...thread.messages, ...thread.aside]) {
    if (event?.type === "described" && event.attachment) {
      words.set(event.attachment, event.alt ?? null);
    }
  }
  const described = (message: StaffMessage): StaffMessage =>
    message.attachments.some(
      ({ id, alt }) => (words.get(id) ?? alt) !== alt || words.get(id) === null,
    )
      ? {
          ...message,
          attachments: message.attachments.map((file) => {
            const alt = words.get(file.id);
            return alt === undefined ? file : { ...file, alt };
          }),
        }
      : message;
  return { messages: thread.messages.map(described), aside: thread.aside.map(described) };
}
