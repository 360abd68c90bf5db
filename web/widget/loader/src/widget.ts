import type { SaidByPage, ToLoader } from "../../port/src/messages.ts";
import { element, wear } from "./element.ts";
import { createLauncher, type LauncherFace, type LauncherState } from "./launcher.ts";
import { openLine } from "./line.ts";
import styles from "./loader.css?inline";
import { createPreviewCard } from "./preview-card.ts";
import { createScreen, SMALL } from "./screen.ts";
import {
  BRAND,
  CHAT_IS_ON,
  KEY,
  OFFSET_X,
  OFFSET_Y,
  ON_BRAND,
  ORIGIN,
  POSITION,
} from "./settings.ts";
import { openShelf } from "./shelf.ts";
import { pickLanguage, texts } from "./texts.ts";

/** What pages may call. */
export interface Shopbell {
  open(): void;
  close(): void;
  /** `token`: by which the shop vouches for who shops. */
  identify(token: unknown): void;
  cart(cart: unknown): void;
  logout(): void;
  push(call: () => void): unknown;
}

/** Makes the launcher, and puts it on the page after everything the page itself needs. `offsetBottom`: how far the page's own bar pushes it up. */
export function createWidget(offsetBottom: number): Shopbell {
  const page = document.documentElement;

  const host = document.createElement("shopbell-chat");
  const root = host.attachShadow({ mode: "closed" });
  const offsetY = OFFSET_Y + offsetBottom;
  wear(
    root,
    `${styles}div{--x:${OFFSET_X}px;--y:${offsetY}px}@media ${SMALL}{div{--x:max(16px,${OFFSET_X - 8}px);--y:max(16px,${offsetY - 6}px)}}.launcher{inset-inline-${POSITION}:var(--x);background:${BRAND};color:${ON_BRAND}}`,
  );
  const box = element(root, "div", { className: POSITION });

  let said: SaidByPage = {};
  let state: LauncherState = "closed";
  let face: LauncherFace = { badge: "", mark: "" };
  let tag = navigator.language;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let thread = false;
  let done = 0;

  const [launcher, drawLauncher] = createLauncher(box, () => (dialog.open ? close() : open()));
  const drawPreview = createPreviewCard(box, () => open(true));
  const [dialog, frame, small, show] = createScreen(box, () => {
    enter(dialog.open ? "open" : "closed");
    tell();
  });
  const say = openLine(ORIGIN, frame, tell, hear);
  const [kept, keep, wipe] = openShelf(
    KEY,
    (call = done) => {
      done = call;
      told();
    },
    forget,
  );
  const observer = new MutationObserver(placeSoon);

  function tell(): void {
    say({
      kept: kept(),
      done,
      open: dialog.open,
      full: small.matches,
      thread,
      language: tag,
      said,
      page: location.href,
      title: document.title,
    });
  }

  function hear(message: ToLoader): void {
    if (message.type === "keep") keep(message);
    else if (message.type === "close") close();
    else if (message.type === "face") {
      if (message.styles) wear(root, message.styles);
      face = message;
      dialog.ariaLabel = frame.title = message.title;
      drawPreview(message.preview);
      if (state === "busy") show();
      else enter(state);
    } else {
      // For the page to hear.
      dispatchEvent(new CustomEvent(`shopbell:${message.type}`, message));
    }
  }

  function enter(next: LauncherState): void {
    clearTimeout(deadline);
    state = next;
    drawLauncher(state, face, texts[pickLanguage(tag)]);
  }

  function load(): void {
    if (frame.isConnected) return;
    frame.src = `${ORIGIN}/widget/${KEY}/panel`;
    dialog.append(frame);
  }

  /** Somebody who has written before, or who is known to the shop, is Online and hears of replies on every page. */
  function told(): void {
    if (said.token || kept().visitor) load();
    tell();
  }

  /** Taken out and put back, the panel begins anew: what it knew and was about to send is gone at once. */
  function forget(): void {
    say();
    said = {};
    wipe(true);
    close();
    if (frame.isConnected) dialog.append(frame);
  }

  function open(toThread?: boolean): void {
    place();
    // A page may hand it on as it is, to a button.
    thread = toThread === true;
    // It has its title from the panel's first words.
    if (frame.title) {
      show();
      return;
    }
    load();
    enter("busy");
    deadline = setTimeout(() => {
      // Without it, the next press loads it again.
      frame.remove();
      enter("failed");
    }, 15_000);
  }

  function close(): void {
    const inside = root.activeElement === frame;
    dialog.close();
    enter("closed");
    // The browser gives focus back to where it was, unless that is gone or was nowhere.
    if (inside && document.activeElement === document.body) launcher.focus();
  }

  /** Beside <body>, because pages replace it as they move from view to view, and a transformed one would carry us along. */
  function place(): void {
    if (!CHAT_IS_ON || host.isConnected) return;
    // The page's language, which its scripts may have said by now; the browser's, if the page does not say.
    tag = page.lang || tag;
    box.lang = pickLanguage(tag);
    enter(state);
    // "end" is the end of the page's lines, whatever language the chat speaks.
    box.dir = getComputedStyle(page).direction;
    page.append(host);
    observer.observe(page, { childList: true });
  }

  function placeSoon(): void {
    setTimeout(place);
  }

  host.onkeydown = ({ key }) => {
    if (key === "Escape") close();
  };

  if (document.readyState === "complete") placeSoon();
  else addEventListener("load", placeSoon);

  // A link in a mail led here. What it proves is not for anybody who copies the address.
  [, said.claim] = location.hash.split("shopbell:");
  if (said.claim) {
    location.replace("#");
    open();
  }

  // A panel in a tree that is not placed yet waits.
  told();

  // Written out, because a page's own objects may be anything, and change.
  const hold = (name: keyof SaidByPage) => (value: unknown) => {
    said[name] = JSON.stringify(value);
    told();
  };
  return {
    open,
    close,
    identify: hold("token"),
    cart: hold("cart"),
    logout() {
      wipe(false);
      forget();
    },
    // What the page does in there is none of our failures.
    push: (call) => setTimeout(call),
  };
}
