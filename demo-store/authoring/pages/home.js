import { cardOf } from "../card.js";
import { html } from "../../shop/html.js";
import { ICONS } from "../../shop/icons.js";
import { CATEGORIES, productOf } from "../../shop/products.js";
import { page } from "../layout.js";
import { ARTICLES } from "./reading.js";

const SHELF_PICTURES = {
  tableware: "dinner-plate/ash-at-home.svg",
  kitchen: "jug-one-litre/moss-at-home.svg",
  linen: "tea-towels/sage-at-home.svg",
};

const FROM_THE_KILN = ["ash-bowl-set-of-six", "jug-one-litre", "breakfast-mug", "linen-napkins"];

export const welcome = (texts) => html`<section class="welcome" aria-labelledby="welcome">
<img class="welcome-picture" src="/pictures/welcome.svg" width="1440" height="660" alt="${texts.pictured}">
<div class="welcome-text">
<h1 id="welcome">${texts.title}</h1>
<p>${texts.lead}</p>
<a class="button" href="/tableware.html">${texts.action}</a>
</div>
</section>`;

export const shelves = (title, names) => html`<section class="section" aria-labelledby="shelves">
<h2 class="visually-hidden" id="shelves">${title}</h2>
<ul class="shelves">${CATEGORIES.map(({ slug }, i) => html`
<li class="shelf">
<img src="/pictures/${SHELF_PICTURES[slug]}" width="620" height="700" alt="">
<h3><a class="forward" href="/${slug}.html">${names[i]}${ICONS.forward}</a></h3>
</li>`)}
</ul>
</section>`;

export const fromTheKiln = (title, options) => html`<section class="section" aria-labelledby="kiln">
<div class="section-head"><h2 id="kiln">${title}</h2></div>
<ul class="cards four">
${FROM_THE_KILN.map((slug) => cardOf(productOf(slug), options?.(slug)))}
</ul>
</section>`;

export const workshop = (texts) => html`<section class="section" aria-labelledby="workshop">
<div class="workshop">
<img src="/pictures/shelf.svg" width="960" height="640" loading="lazy" alt="${texts.pictured}">
<div class="workshop-text">
<h2 id="workshop">${texts.title}</h2>
${texts.paragraphs.map((paragraph) => html`<p>${paragraph}</p>
`)}<dl class="facts">${texts.facts.map(([name, value]) => html`
<div><dd>${value}</dd><dt>${name}</dt></div>`)}
</dl>
<a class="button light" href="${texts.href}">${texts.action}</a>
</div>
</div>
</section>`;

export const home = () =>
  page({
    path: "index.html",
    title: "Hearthlow: tableware, kitchen and linen",
    description: "Hand-thrown stoneware and washed linen from a small workshop.",
    styles: ["home"],
    content: html`${welcome({
      title: "Slow pots for quick breakfasts",
      lead: "Stoneware we throw, dip and fire by hand, and linen we wash before you do. Made to be used every day.",
      action: "See the tableware",
      pictured: "Bowls, plates, a jug, a mug and folded napkins on an oak table in morning light",
    })}
${shelves("What we make", CATEGORIES.map(({ name }) => name))}
${fromTheKiln("Fresh from the kiln")}
${workshop({
  title: "One clay, one dip, one fire",
  paragraphs: [
    "We use a single clay from one pit, dip each piece once by hand, and leave the foot bare. What you see is where the potter's fingers let go.",
    "A piece takes nine days from wheel to parcel. We make forty a week, and mend the ones that come back chipped.",
  ],
  facts: [
    ["in the fire", "1240 °C"],
    ["from wheel to parcel", "9 days"],
    ["to send it back", "30 days"],
  ],
  action: "Read the journal",
  href: "/journal.html",
  pictured: "Two workshop shelves with bowls, mugs, vases and a jug in five glazes",
})}
<section class="section" aria-labelledby="journal">
<div class="section-head"><h2 id="journal">From the journal</h2></div>
<div class="teasers">${ARTICLES.map(({ id, title, lead }) => html`
<article class="teaser">
<h3><a href="/journal.html#${id}">${title}</a></h3>
<p>${lead}</p>
</article>`)}
</div>
</section>`,
  });
