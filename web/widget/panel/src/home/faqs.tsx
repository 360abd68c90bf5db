import type { ShopperFaq } from "@shopbell/protocol/faqs";
import { fetchFaqs } from "@shopbell/sync/shopper-faqs";
import { adopt } from "../adopt.ts";
import { useSurroundings } from "../surroundings.ts";
import { MessageText } from "../thread/message-text.tsx";
import styles from "./faqs.css?inline";

adopt(styles);

/** What it is of; asked for with the same code. */
export const askFaqs = fetchFaqs;

export interface FaqsProps {
  readonly faqs: readonly ShopperFaq[];
}

/** What the home answers at once, fetched when it is first opened. */
export function Faqs({ faqs }: FaqsProps) {
  const { texts } = useSurroundings();
  return (
    <section class="home-faqs" aria-labelledby="faqs">
      <h2 id="faqs">{texts.quickAnswers}</h2>
      {faqs.map((faq) => (
        <details key={faq.id} lang={faq.language}>
          <summary dir="auto">{faq.question}</summary>
          <p dir="auto">
            <MessageText text={faq.answer} />
          </p>
        </details>
      ))}
    </section>
  );
}
