import type { StaffName, ThreadEvent } from "@shopbell/protocol/staff";
import { firstName } from "../customer/customer-name.ts";
import type { IconName } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";
import type { Rich } from "../texts/rich.ts";

interface Told {
  readonly icon: IconName;
  readonly text: Rich;
}

/**
 * What happened, in words. `author` is null where nobody of the staff did it. A newer server may tell of events this page
 * has no words for; they are shown by their own name.
 */
export function eventWords(
  event: ThreadEvent,
  author: StaffName | null,
  me: StaffName,
  customer: string,
): Told {
  const words = texts.thread.events;
  const who = author ? named(author, me, words.you) : (event.system ?? texts.thread.somebody);
  switch (event.type) {
    case "resolved":
      return { icon: "check", text: words.resolved(who) };
    case "reopened":
      return {
        icon: "undo",
        text: author || event.system ? words.reopened(who) : words.reopenedByMessage(customer),
      };
    case "assigned":
      return { icon: "user", text: assigned(event.to ?? null, author, me) };
    case "blocked":
      return { icon: "ban", text: words.blocked(who) };
    case "unblocked":
      return { icon: "ban", text: words.unblocked(who) };
    case "continued":
      return { icon: "info", text: words.continued(customer) };
    case "described":
      return { icon: "image", text: words.described(who, event.alt ?? "") };
    case "email_waits":
      return { icon: "clock", text: words.emailWaits(event.address ?? customer) };
    case "email_bounced":
      return {
        icon: "alert",
        text: words.emailBounced(event.address ?? customer, event.reason ?? ""),
      };
    case "email_failed":
      return {
        icon: "alert",
        text: words.emailFailed(event.address ?? customer, event.reason ?? ""),
      };
    case "email_auto_reply":
      return { icon: "mail", text: words.autoReply(event.subject ?? "", event.text ?? "") };
    case "cart_changed":
      return { icon: "bag", text: texts.cart.changed(event.changes ?? [], event.more ?? 0) };
    default:
      return { icon: "info", text: words.other(event.type) };
  }
}

function assigned(to: StaffName | null, author: StaffName | null, me: StaffName): Rich {
  const words = texts.thread.events;
  if (!to) return author ? words.returned(named(author, me, words.you)) : words.returnedByNobody;
  const whom = named(to, me, words.toYou);
  if (!author) return words.assignedByNobody(whom);
  const who = named(author, me, words.you);
  return author.id === to.id ? words.taken(who) : words.assigned(who, whom);
}

function named(person: StaffName, me: StaffName, you: string): string {
  return person.id === me.id ? you : firstName(person.name);
}
