import type { Topic } from "@shopbell/protocol/notification";
import type { ConversationSummary } from "@shopbell/protocol/staff";
import { filesInWords } from "../attachments/files-in-words.ts";
import { customerName } from "../customer/customer-name.ts";
import { notificationTexts as texts } from "../texts/en-notifications.ts";

/** What a notification says of the customer's newest message, or of what else happened. */
export function wordsOf(topic: Topic, { customer, preview, unread }: ConversationSummary) {
  if (topic === "assigned" || topic === "mentioned" || topic === "bounced") {
    return { title: customerName(customer), body: texts.happened[topic] };
  }
  const said = preview ? preview.text || filesInWords(preview.attachments) : "";
  return {
    title: preview?.sender ?? customerName(customer),
    body: unread > 1 ? texts.several(unread, said) : said,
  };
}
