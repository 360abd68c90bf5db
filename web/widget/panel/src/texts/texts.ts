import type { Language } from "../../../port/src/messages.ts";

/** Everything the widget says, by key. Nothing a shopper reads is written anywhere else. */
export interface Texts {
  readonly chat: string;
  readonly chatWith: (store: string) => string;
  readonly close: string;
  readonly back: string;
  readonly dismiss: string;
  /** As the badge says it, so that what is seen and what is heard are the same. */
  readonly unread: (badge: string) => string;
  readonly waiting: string;
  readonly about: (store: string, when: string) => string;

  readonly greeting: string;
  readonly sendUsAMessage: string;
  readonly quickAnswers: string;
  readonly youSaid: (text: string) => string;

  readonly message: string;
  readonly email: string;
  readonly name: string;
  readonly optional: string;
  readonly emailHint: string;
  readonly sendMessage: string;
  readonly messageEmpty: string;
  readonly messageTooLong: (length: string, limit: string) => string;
  readonly emailRequired: string;
  readonly emailIncomplete: string;
  readonly emailTooLong: string;
  readonly nameRequired: string;
  readonly nameTooLong: string;

  readonly messages: string;
  readonly writeAMessage: string;
  readonly send: string;
  readonly attach: string;
  readonly emoji: string;
  /** In place of the words of a message that has none. */
  readonly photos: (count: number) => string;
  readonly videos: (count: number) => string;
  readonly comma: string;
  readonly you: string;
  /** Who wrote from another address than the shopper's. */
  readonly another: string;
  readonly sending: string;
  readonly sentAt: (time: string) => string;
  readonly seen: string;
  readonly notSent: string;
  readonly tryAgain: string;
  readonly today: string;
  readonly yesterday: string;
  readonly now: string;
  readonly loadingEarlier: string;
  readonly loading: string;
  readonly loadFailed: string;
  readonly reconnecting: string;
  readonly closed: string;
}

/** One visitor reads one language, so each is a file of its own. */
export function textsIn(language: Language): Promise<Texts> {
  return language === "ar"
    ? import("./arabic.ts").then(({ arabic }) => arabic)
    : import("./english.ts").then(({ english }) => english);
}
