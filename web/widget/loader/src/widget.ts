import type { ToLoader } from "../../port/src/messages.ts";
import { element, wear } from "./element.ts";
import { createLauncher, type LauncherFace, type LauncherState } from "./launcher.ts";
import { openLine } from "./line.ts";
import styles from "./loader.css?inline";
import { createPreviewCard } from "./preview-card.ts";
import { createScreen } from "./screen.ts";
import { settings } from "./settings.ts";
import { openShelf } from "./shelf.ts";
import { pickLanguage, texts } from "./texts.ts";

const LOAD_LIMIT_MS = 15_000;

export interface Widget {
  open(): void;
  close(): void;
}

/** Puts the launcher on the page. `offsetBottom`: how far the page's own bar pushes it up. */
export function mount(offsetBottom: number): Widget {
  const page = document.documentElement;
  // The page's language; the browser's, if the page does not say.
  const tag = page.lang || navigator.language;
  const lang = pickLanguage(tag);
  const [chat, failed] = texts[lang];
  const label = settings.launcherText ?? chat;

  const host = document.createElement("shopbell-chat");
  const root = host.attachShadow({ mode: "closed" });
  wear(
    root,
    `${styles}div{--brand:${settings.brand};--on-brand:${settings.onBrand};--offset-x:${settings.offsetX}px;--offset-y:${settings.offsetY + offsetBottom}px}.launcher{inset-inline-${settings.position}:var(--x)}`,
  );
  const box = element(root, "div", {
    className: settings.position,
    lang,
    // "end" is the end of the page's lines, whatever language the chat speaks.
    dir: getComputedStyle(page).direction,
  });

  let state: LauncherState = "closed";
  let face: LauncherFace = { label, badge: "", dot: false };
  let ready = false;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  let thread = false;
  let done = 0;

  const [launcher, drawLauncher] = createLauncher(box, () => (dialog.open ? close() : open(false)));
  const drawPreview = createPreviewCard(box, () => open(true));
  const { dialog, frame, small, show } = createScreen(box, () => {
    enter(dialog.open ? "open" : "closed");
    tell();
  });
  const say = openLine(settings.origin, () => frame.contentWindow, tell, hear);
  const shelf = openShelf(settings.key, (call = done) => {
    done = call;
    loadForVisitor();
    tell();
  });

  function tell(): void {
    const kept = shelf.kept();
    const { open } = dialog;
    say({ kept, done, open, full: small.matches, thread, language: tag });
  }

  function hear(message: ToLoader): void {
    if (message.type === "keep") shelf.keep(message);
    else if (message.type === "close") close();
    else {
      if (message.styles) wear(root, message.styles);
      face = message;
      ready = true;
      dialog.ariaLabel = frame.title = message.title;
      drawPreview(message.preview);
      if (state === "busy") show();
      else enter(state);
    }
  }

  function enter(next: LauncherState): void {
    clearTimeout(deadline);
    state = next;
    if (state === "failed") drawLauncher(state, { ...face, label: failed }, failed);
    else drawLauncher(state, face, label);
  }

  function load(): void {
    if (frame.isConnected) return;
    frame.src = `${settings.origin}/widget/${settings.key}/panel`;
    dialog.append(frame);
  }

  /** Somebody who has written before is Online and hears of replies on every page. */
  function loadForVisitor(): void {
    if (shelf.kept().visitor) load();
  }

  function open(toThread: boolean): void {
    thread = toThread;
    if (ready) {
      show();
      return;
    }
    load();
    enter("busy");
    deadline = setTimeout(() => {
      // Without it, the next press loads it again.
      frame.remove();
      enter("failed");
    }, LOAD_LIMIT_MS);
  }

  function close(): void {
    const inside = root.activeElement === frame;
    dialog.close();
    enter("closed");
    // The browser gives focus back to where it was, unless that is gone or was nowhere.
    if (inside && document.activeElement === document.body) launcher.focus();
  }

  host.onkeydown = ({ key }) => {
    if (key === "Escape") close();
  };

  // Beside <body>, because pages replace it as they move from view to view, and a transformed one would carry us along.
  const place = () => host.isConnected || page.append(host);
  place();
  new MutationObserver(() => setTimeout(place)).observe(page, { childList: true });

  enter("closed");
  loadForVisitor();
  return { open: () => open(false), close };
}
