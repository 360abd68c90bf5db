import { browserEnvironment } from "@shopbell/sync/environment";
import { render } from "preact";
import { pickLanguage } from "../../loader/src/texts.ts";
import { App } from "./app.tsx";
import { createChat } from "./chat/chat.ts";
import { openDraft } from "./draft.ts";
import { showFace } from "./face/show-face.ts";
import { pageSettings } from "./page-settings.ts";
import "./panel.css";
import { awaitPort } from "./shop/port.ts";
import { openShop } from "./shop/shop.ts";
import { SurroundingsProvider } from "./surroundings.ts";
import { textsIn } from "./texts/texts.ts";
import { timesIn } from "./texts/times.ts";
import "./thread/people.css";
import { partOf } from "./use-fetched.ts";

/** /widget/{key}/panel */
const key = location.pathname.split("/").at(-2) ?? "";

const shop = await openShop(await awaitPort());
const { language: tag } = shop.standing.get();
const language = pickLanguage(tag);
const settings = pageSettings();
const say = await textsIn(language);
const times = timesIn(language, navigator.language, say);

const page = document.documentElement;
page.lang = language;
page.dir = language === "ar" ? "rtl" : "ltr";
document.title = say.chatWith(settings.store);
page.style.setProperty("--brand", settings.brand);
page.style.setProperty("--on-brand", settings.onBrand);
page.style.setProperty("--brand-ui-light", settings.brandUi);
page.style.setProperty("--brand-ui-dark", settings.brandUiDark);

const environment = browserEnvironment();
const chat = createChat(key, shop, environment);
const attended = partOf(async () => {
  const { attendPage } = await import("./page/attend-page.ts");
  return attendPage({ key, shop, chat, environment, pagesVisited: settings.pagesVisited });
});
const surroundings = {
  settings,
  texts: say,
  times,
  chat,
  faqs: partOf(async () => (await import("./home/faqs.tsx")).askFaqs(key, tag)),
  attended,
  touch: matchMedia("(pointer: coarse)").matches,
  draft: openDraft(shop),
  close: shop.close,
};

const root = document.getElementById("root");
if (root) {
  render(
    <SurroundingsProvider value={surroundings}>
      <App shop={shop} />
    </SurroundingsProvider>,
    root,
  );
}
showFace(shop, surroundings);
attended.fetch().then(
  (page) => {
    attended.now = page;
  },
  // Messages go without what the page says.
  () => {},
);

// An open connection would keep the shop's page out of the browser's back/forward cache.
addEventListener("pagehide", chat.pause);
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) chat.resume();
});
