/**
 * The panel says this to its parent window when it is ready for a port. It carries nothing, so any origin may hear it. The
 * loader answers the same, with the port.
 */
export const READY = "shopbell:ready";

export type Language = "en" | "ar";

/**
 * All the loader ever says through the port: how things stand. It says so when the panel is loaded, when the shopper opens
 * or closes it, when another tab of the shop has kept something, and after each `keep`. Always the whole, so that hearing
 * it late or twice changes nothing.
 */
export interface Standing {
  /** The tag of the page's language, or of the browser's. */
  readonly language: string;
  /** What the shop page keeps for the panel, by name. */
  readonly kept: Readonly<Record<string, string>>;
  /** The number of the last `keep` that is done. */
  readonly done: number;
  readonly open: boolean;
  /** It fills a small screen. */
  readonly full: boolean;
  /** The shopper opened it by the preview of a reply, and wants the thread, not the home. */
  readonly thread: boolean;
  /** Absent where the loader is older than the panel, as is what follows. */
  readonly said?: SaidByPage;
  /** The page the shopper is on. */
  readonly page?: string;
  readonly title?: string;
}

/** What the shop's page has told, written out as JSON: from there it may be anything; and what came in its address. */
export interface SaidByPage {
  /** By which the shop vouches for who shops. */
  token?: string;
  cart?: string;
  /** By which a link in a mail proves whose browser this is; as it is. */
  claim?: string | undefined;
}

/** Everything the panel says through the port. */
export type ToLoader = Keep | Face | { readonly type: "close" } | Happening;

/** For the page to hear, as `shopbell:<type>`. */
export interface Happening {
  readonly type: "open" | "closed" | "unread" | "identified" | "refused";
  /** How many are unread, or why the token was refused. */
  readonly detail: number | string | null;
}

/** Keeps one value in the shop page's storage, or removes it. */
export interface Keep {
  readonly type: "keep";
  readonly call: number;
  readonly name: string;
  readonly value: string | null;
  /** Leaves a value that is there already. */
  readonly claim: boolean;
  /** Keeps it for this tab only. */
  readonly tab: boolean;
}

/** How the loader's part of the widget looks. The first face also tells that the panel is drawn and may be shown. */
export interface Face {
  readonly type: "face";
  /** Styles the loader does not carry itself, because nothing needs them before the panel is loaded; empty after the first time. */
  readonly styles: string;
  /** The accessible name of the panel, and of the launcher as things stand. */
  readonly title: string;
  readonly label: string;
  readonly badge: string;
  /** A quiet dot: the shopper asked something that nobody has answered yet. Also its class. */
  readonly mark: "dot" | "";
  readonly preview: Preview;
}

/** A reply beside the closed launcher. */
export interface Preview {
  /** The message it shows; empty when there is nothing to show. */
  readonly id: string;
  readonly look: string;
  /** From top to bottom. */
  readonly lines: readonly string[];
  /** The accessible name of the button that waves it away. */
  readonly dismiss: string;
}
