import { html } from "../shop/html.js";
import { ICONS } from "../shop/icons.js";
import { CATEGORIES } from "../shop/products.js";

export const ENGLISH = {
  lang: "en",
  dir: "ltr",
  home: "/",
  title: "Hearthlow",
  skip: "Skip to content",
  announcement: "Free delivery in the EU from €80",
  menu: "Menu",
  main: "Main",
  shop: "Shop",
  tools: "Search, orders and cart",
  search: "Search",
  orders: "Your orders",
  cart: "Cart",
  categories: CATEGORIES.map(({ name }) => name),
  journal: "Journal",
  mark: "Stoneware and linen from a small workshop by the river.",
  help: "Help",
  delivery: "Delivery and returns",
  care: "Care",
  privacy: "Privacy",
  write: "Write to us",
  hours: "Every day from 08:00 to 23:00, in the chat on this page or by e-mail.",
  invented:
    "Hearthlow is an invented shop. It shows Shopbell, a self-hosted live chat, at work: nothing is charged and no parcel is sent.",
  other: html`<a href="/ar.html" lang="ar" hreflang="ar" dir="rtl">العربية</a>`,
};

/** One page. `content` is what stands in `<main>`; `styles` and `script` are names under styles/ and shop/. */
export function page({ path, title, description, content, styles = [], script, words = ENGLISH }) {
  const here = `/${path}`;
  const text = html`<!doctype html>
<html lang="${words.lang}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="theme-color" content="#2f4a3e">
<link rel="icon" href="/pictures/mark.svg" type="image/svg+xml">
<link rel="preload" href="/fonts/newsreader-latin.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/fonts/inter-latin.woff2" as="font" type="font/woff2" crossorigin>
${words.lang === "ar" && html`<link rel="preload" href="/fonts/vazirmatn-arabic.woff2" as="font" type="font/woff2" crossorigin>
`}${["shop", ...styles].map((name) => html`<link rel="stylesheet" href="/styles/${name}.css">
`)}<script type="module" src="/shop/cart-count.js"></script>
<script type="module" src="/shop/chat.js"></script>
${script && html`<script type="module" src="/shop/${script}.js"></script>
`}</head>
<body>
${header(here, words)}
<main id="content" tabindex="-1">
${content}
</main>
${footer(words)}
<!-- shopbell:snippet -->
</body>
</html>
`;
  return [path, text.toString()];
}

function header(here, words) {
  const link = (href, name, narrowOnly = false) => html`
<li${narrowOnly && html` class="narrow-only"`}><a href="${href}"${href === here && html` aria-current="page"`}>${name}</a></li>`;
  return html`<header>
<a class="skip" href="#content">${words.skip}</a>
<p class="announcement">${words.announcement}</p>
<div class="header">
<div>
<button class="menu-button" type="button" popovertarget="menu" aria-label="${words.menu}">${ICONS.menu}</button>
<nav class="menu" id="menu" popover aria-label="${words.main}">
<ul class="menu-list">${CATEGORIES.map(({ slug }, i) => link(`/${slug}.html`, words.categories[i]))}${[
    link("/journal.html", words.journal),
    link("/search.html", words.search, true),
    link("/orders.html", words.orders, true),
  ]}
</ul>
</nav>
</div>
<a class="logo" href="${words.home}">hearthlow</a>
<nav class="tools" aria-label="${words.tools}">
<a href="/search.html" aria-label="${words.search}">${ICONS.search}</a>
<a href="/orders.html" aria-label="${words.orders}">${ICONS.orders}</a>
<a class="cart" href="/cart.html">${ICONS.cart}<span class="visually-hidden">${words.cart}</span><span data-cart-count></span></a>
</nav>
</div>
</header>`;
}

const footer = (words) => html`<footer class="footer">
<div class="footer-columns">
<div>
<p class="footer-mark">hearthlow</p>
<p>${words.mark}</p>
</div>
<nav aria-labelledby="footer-shop">
<h2 id="footer-shop">${words.shop}</h2>
<ul class="plain">${CATEGORIES.map(({ slug }, i) => html`
<li><a href="/${slug}.html">${words.categories[i]}</a></li>`)}
<li><a href="/journal.html">${words.journal}</a></li>
</ul>
</nav>
<nav aria-labelledby="footer-help">
<h2 id="footer-help">${words.help}</h2>
<ul class="plain">
<li><a href="/delivery-and-returns.html">${words.delivery}</a></li>
<li><a href="/care.html">${words.care}</a></li>
<li><a href="/orders.html">${words.orders}</a></li>
<li><a href="/privacy.html">${words.privacy}</a></li>
</ul>
</nav>
<div>
<h2>${words.write}</h2>
<p>${words.hours}</p>
<p><a class="inline" href="mailto:hello@hearthlow.example">hello@hearthlow.example</a></p>
</div>
</div>
<div class="small-print">
<p>${words.invented}</p>
<p>${words.other}</p>
</div>
</footer>`;
