import { Icon } from "../frame/icon.tsx";
import { IconButton } from "../frame/icon-button.tsx";
import { useSurroundings } from "../surroundings.ts";
import type { Said } from "../thread/lines.ts";
import { partOf, useFetched } from "../use-fetched.ts";
import { ConversationCard } from "./conversation-card.tsx";
import style from "./home.module.css";

export interface HomeProps {
  /** Whether it is on screen. */
  readonly open: boolean;
  /** The last thing said in the conversation, if there is one. */
  readonly last: Said | null;
  /** Who of the staff answered last. */
  readonly who: string | null;
  readonly unread: boolean;
  write(): void;
  openThread(): void;
}

const faqsPart = partOf(() => import("./faqs.tsx"));

/** What a shopper sees first: a greeting, their conversation, and the way to write. */
export function Home({ open, last, who, unread, write, openThread }: HomeProps) {
  const { settings, texts, close, faqs } = useSurroundings();
  const answers = useFetched(open, faqs);
  const Faqs = useFetched(open, faqsPart)?.Faqs;
  return (
    <main class={style.home}>
      <header class={style.hero}>
        <div class={style.top}>
          <bdi class={style.logo}>{settings.store}</bdi>
          <IconButton name="cross" size={20} label={texts.close} look={style.close} press={close} />
        </div>
        <h1 class={style.greeting} dir="auto" tabIndex={-1} data-first>
          {settings.greeting ?? texts.greeting}
        </h1>
      </header>
      <div class={style.cards}>
        {last && <ConversationCard last={last} who={who} unread={unread} press={openThread} />}
        <button type="button" class={style.write} onClick={write}>
          <b>{texts.sendUsAMessage}</b>
          <span class={style.go}>
            <Icon name="plane" size={20} flips />
          </span>
        </button>
        {answers?.[0] && Faqs && <Faqs faqs={answers} />}
      </div>
    </main>
  );
}
