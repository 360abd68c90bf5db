import type { Contact } from "@shopbell/protocol/shopper";
import { bubbles } from "@shopbell/sync/bubbles";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ChatState } from "./chat/chat.ts";
import { firstFocus } from "./first-focus.ts";
import { isAboutContact } from "./form/about-contact.ts";
import type { Values } from "./form/check.ts";
import { Home } from "./home/home.tsx";

import type { Shop } from "./shop/shop.ts";
import { useSurroundings } from "./surroundings.ts";
import { type Said, saidIn } from "./thread/lines.ts";
import { Thread } from "./thread/thread.tsx";
import { usePatience } from "./thread/use-patience.ts";
import { useCell } from "./use-cell.ts";
import { partOf, useFetched } from "./use-fetched.ts";
import { usePageVisible } from "./use-page-visible.ts";

type Place = "home" | "form" | "thread";

const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const formPart = partOf(() => import("./form/form.tsx"));

/** The panel: one of three places at a time. */
export function App({ shop }: { readonly shop: Shop }) {
  const { chat, draft, close, attended } = useSurroundings();
  const standing = useCell(shop.standing);
  const state = useCell(chat.state);
  const isVisible = usePageVisible();
  const [place, setPlace] = useState<Place>("home");
  const [values, setValues] = useState<Values>({ message: draft.read(), email: "", name: "" });
  const screen = useRef<HTMLDivElement>(null);

  const overdue = usePatience(state.thread?.outbox.entries ?? []);
  const said = useMemo(() => saidSoFar(state), [state, overdue]);
  const refused = state.thread?.outbox.entries.find(({ failed }) => isAboutContact(failed));
  const unread = state.thread?.unread ?? 0;
  const who = said.findLast((one) => one.who !== null)?.who ?? null;

  // Whoever has not written is about to.
  useFetched(standing.open && said.length === 0, formPart);

  /** What was on screen stays there until its code is. */
  function toForm() {
    formPart.fetch().then(
      (part) => {
        formPart.now = part;
        setPlace("form");
      },
      () => {},
    );
  }

  // Opened for a reply, the panel shows it; otherwise it is where the shopper left it.
  useLayoutEffect(() => {
    if (standing.open && (standing.thread || unread > 0)) setPlace("thread");
  }, [standing.open, standing.thread]);

  // A contact that the server refused is mended where it was asked for.
  useEffect(() => {
    if (!refused) return;
    const { text, contact } = refused.body;
    setValues({ message: text, email: contact?.email ?? "", name: contact?.name ?? "" });
    toForm();
  }, [refused?.id, refused?.failed]);

  useEffect(() => {
    const first = screen.current?.querySelector<HTMLElement>('[data-first="true"]');
    return standing.open && first ? firstFocus(first) : undefined;
  }, [standing.open, place]);

  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.isComposing) close();
    };
    addEventListener("keydown", keyDown);
    return () => removeEventListener("keydown", keyDown);
  }, [close]);

  function send(text: string, files: readonly string[], contact?: Contact) {
    chat.send({
      text,
      ...(files.length > 0 ? { attachments: files } : {}),
      language: document.documentElement.lang,
      timeZone: TIME_ZONE,
      ...(contact ? { contact } : {}),
      ...attended.now?.along(said.length === 0),
    });
  }

  function submit(text: string, files: readonly string[], contact: Contact) {
    const before = refused?.body;
    if (refused && before?.text === text && `${before.attachments ?? ""}` === `${files}`) {
      chat.retry(refused.id, contact);
    } else {
      if (refused) chat.discard(refused.id, true);
      send(text, files, contact);
    }
    draft.write("");
    setValues({ ...values, message: "" });
    setPlace("thread");
  }

  function screenOf() {
    switch (place) {
      case "home":
        return (
          <Home
            open={standing.open}
            last={said.at(-1) ?? null}
            who={who}
            unread={unread > 0}
            write={() => (said.length > 0 ? setPlace("thread") : toForm())}
            openThread={() => setPlace("thread")}
          />
        );
      case "form": {
        const Form = formPart.now?.Form;
        return Form ? (
          <Form
            key={refused?.id}
            values={values}
            refused={refused}
            change={(field, value) => {
              setValues((before) => ({ ...before, [field]: value }));
              if (field === "message") draft.write(value);
            }}
            submit={submit}
            back={() => setPlace("home")}
          />
        ) : null;
      }
      case "thread":
        return (
          <Thread
            thread={state.thread}
            said={said}
            who={who}
            onScreen={standing.open && isVisible}
            send={send}
            back={() => setPlace("home")}
          />
        );
      default:
        place satisfies never;
        return null;
    }
  }

  return (
    <div ref={screen} class="screen">
      {screenOf()}
    </div>
  );
}

/** Everything said, and what is still on its way; the very first messages even before it is certain who sends them. */
function saidSoFar({ thread, starting }: ChatState): readonly Said[] {
  const { entries, sending } = thread?.outbox ?? { entries: [], sending: new Set<string>() };
  return saidIn(bubbles(thread?.thread.messages ?? [], [...entries, ...starting]), {
    sending,
    staffSeen: thread?.conversation?.staffSeen ?? 0,
    now: Date.now(),
  });
}
