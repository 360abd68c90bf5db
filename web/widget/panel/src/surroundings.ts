import type { ShopperFaq } from "@shopbell/protocol/faqs";
import type { WidgetSettings } from "@shopbell/protocol/shopper";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Chat } from "./chat/chat.ts";
import type { AttendedPage } from "./page/attend-page.ts";
import type { Texts } from "./texts/texts.ts";
import type { Times } from "./texts/times.ts";
import type { Part } from "./use-fetched.ts";

/** What every part of the panel may need and what stays the same as long as the page does. */
export interface Surroundings {
  readonly settings: WidgetSettings;
  readonly texts: Texts;
  readonly times: Times;
  readonly chat: Chat;
  /** What the home answers at once; asked for when it is first opened. */
  readonly faqs: Part<readonly ShopperFaq[]>;
  /** What the shop's page says, once that is listened to. */
  readonly attended: Pick<Part<AttendedPage>, "now">;
  /** Fingers, no mouse: Enter makes a new line, and no field takes focus by itself, because the keyboard would cover everything. */
  readonly touch: boolean;
  /** The message being written, kept for this tab. */
  readonly draft: { read(): string; write(text: string): void };
  close(): void;
}

const Context = createContext<Surroundings | null>(null);

export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = useContext(Context);
  if (!surroundings) throw new Error("Rendered outside the panel.");
  return surroundings;
}
