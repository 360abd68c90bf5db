import type { ShopperFaq } from "@shopbell/protocol/faqs";
import { browserEnvironment } from "@shopbell/sync/environment";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { SETTINGS } from "../../../testkit/settings.ts";
import { openShopPage } from "../../../testkit/shop-page.ts";
import { texts } from "../../../testkit/texts.ts";
import { createChat } from "../chat/chat.ts";
import { SurroundingsProvider } from "../surroundings.ts";
import { timesIn } from "../texts/times.ts";
import { partOf } from "../use-fetched.ts";
import { Home } from "./home.tsx";

afterEach(() => render(null, document.body));

const faq = (id: string, answer: string): ShopperFaq => ({
  id,
  language: "de",
  question: `${id}?`,
  answer,
});

async function shown(answers: () => Promise<readonly ShopperFaq[]>, open = true) {
  const asked = vi.fn(answers);
  const { shop } = await openShopPage();
  const surroundings = {
    settings: SETTINGS,
    texts: texts.en,
    times: timesIn("en", "en-GB", texts.en),
    chat: createChat("key1", shop, browserEnvironment()),
    faqs: partOf(asked),
    attended: { now: undefined },
    touch: false,
    draft: { read: () => "", write() {} },
    close() {},
  };
  render(
    <SurroundingsProvider value={surroundings}>
      <Home
        open={open}
        last={null}
        who={null}
        unread={false}
        write={() => {}}
        openThread={() => {}}
      />
    </SurroundingsProvider>,
    document.body,
  );
  // Effects come after the next frame, and what was asked for after them.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (open) await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  await import("./faqs.tsx");
  await new Promise((resolve) => setTimeout(resolve));
  return { asked, section: document.querySelector("section") };
}

test("questions are there to be opened, in their own language, with safe links in their answers", async () => {
  const { section } = await shown(async () => [
    faq("Wo", "Hier: https://shop.example/wo und javascript:alert(1)"),
    faq("Wann", "Bald <b>"),
  ]);

  expect(section?.querySelector("h2")?.textContent).toBe("Quick answers");
  expect(document.getElementById("faqs")?.closest("section")).toBe(section);
  const questions = [...(section?.querySelectorAll("details") ?? [])];
  expect(questions.map((one) => one.querySelector("summary")?.textContent)).toEqual([
    "Wo?",
    "Wann?",
  ]);
  expect(questions.every(({ open, lang }) => !open && lang === "de")).toBe(true);
  const links = [...(section?.querySelectorAll("a") ?? [])];
  expect(links.map(({ href }) => href)).toEqual(["https://shop.example/wo"]);
  expect(questions[1]?.querySelector("p")?.textContent).toBe("Bald <b>");
});

test("a store without any has no section for them, and neither has a server that does not say", async () => {
  expect((await shown(async () => [])).section).toBeNull();
  render(null, document.body);
  expect((await shown(() => Promise.reject(new Error("away")))).section).toBeNull();
});

test("nothing is asked for while the chat is closed", async () => {
  const { asked } = await shown(async () => [faq("Wo", "Hier")], false);
  expect(asked).not.toHaveBeenCalled();
});
