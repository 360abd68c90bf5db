import { COUNTRIES, FREE_FROM } from "../../shop/delivery.js";
import { html } from "../../shop/html.js";
import { euros } from "../../shop/money.js";
import { page } from "../layout.js";

/** The short answers, also on the product pages. */
export const CARE = {
  stoneware:
    "Every piece is fired at 1240 °C, so the dishwasher is fine. It is also safe in the microwave, and in the oven up to 220 °C. Let a hot dish cool before it meets cold water.",
  linen:
    "Wash at 40 °C with like colours, without softener or bleach. Hang it up damp and pull it straight: it needs no iron. The dryer is fine on low.",
};

export const ARTICLES = [
  {
    id: "bare-foot",
    title: "Why the foot stays bare",
    date: ["2026-09-14", "14 September 2026"],
    picture: ["ash-bowl-set-of-six/ink.svg", "Two stacks of dark blue bowls whose lower third shows bare clay"],
    lead: "Glaze is glass, and glass sticks to the kiln shelf. So every potter leaves the foot of a pot unglazed. We leave a little more.",
    paragraphs: [
      "Glaze is glass, and glass sticks to the kiln shelf. So every potter leaves the foot of a pot unglazed. We leave a little more: a hand's width on a jug, two fingers on a bowl.",
      "The reason is in the dip. We hold a bowl by its foot, turn it over and lower it into the bucket for as long as it takes to say its name. Where the fingers were, the clay stays bare. The line that is left runs a little higher on one side, because nobody's hand is level. It is the one place where you can tell who made it: Tova dips deep, Ruben stops short.",
      "Bare clay also tells you something when you use it. It is warm while the glaze is cool. It is a little rough, so wet hands do not slip. And it darkens over the years, as a bread board does. If your table is oiled wood, put a cloth under the bowl for the first week. After that the foot has found its colour.",
    ],
  },
  {
    id: "washing-linen",
    title: "Washing linen without fuss",
    date: ["2026-08-02", "2 August 2026"],
    picture: ["tea-towels/oat-at-home.svg", "Two striped tea towels over a rail above a table with bowls and a jug"],
    lead: "Linen has a name for being difficult. It is the easiest cloth we know, as long as you leave it alone.",
    paragraphs: [
      "Linen has a name for being difficult. It is the easiest cloth we know, as long as you leave it alone. It comes out of the machine creased, and most of those creases are gone if you hang it up wet and pull it straight at the corners.",
      "Forty degrees is enough for a dinner's worth of olive oil. Softener is the one thing to skip: it coats the fibre, and a coated tea towel pushes the water around instead of taking it up. If a new towel leaves lint on your glasses, that is the short fibres going. They are gone after the second wash.",
      "Red wine comes out with cold water and patience, not with salt. And a napkin with a stain that stays is a good napkin: it has been to a better dinner than the others.",
    ],
  },
];

export const journal = () =>
  page({
    path: "journal.html",
    title: "Journal · Hearthlow",
    description: "Notes from the workshop.",
    styles: ["reading"],
    content: html`<div class="page-head"><h1>Journal</h1><p>Notes from the workshop, when there is something to say.</p></div>
<div class="content reading">${ARTICLES.map(({ id, title, date, picture, paragraphs }) => html`
<article class="article" id="${id}" aria-labelledby="${id}-title">
<img src="/pictures/${picture[0]}" width="600" height="450" alt="${picture[1]}">
<div class="text">
<h2 id="${id}-title">${title}</h2>
<time datetime="${date[0]}">${date[1]}</time>
${paragraphs.map((paragraph) => html`<p>${paragraph}</p>
`)}</div>
</article>`)}
</div>`,
  });

const textPage = ({ path, title, description, sections }) =>
  page({
    path,
    title: `${title} · Hearthlow`,
    description,
    styles: ["reading"],
    content: html`<div class="page-head"><h1>${title}</h1><p>${description}</p></div>
<div class="content"><div class="text">${sections.map(([id, heading, text]) => html`
<h2 id="${id}">${heading}</h2>
${text}`)}
</div></div>`,
  });

const beyondTheUnion = COUNTRIES.filter(({ union }) => !union);

export const delivery = () =>
  textPage({
    path: "delivery-and-returns.html",
    title: "Delivery and returns",
    description: "How your parcel gets to you, and back if it has to.",
    sections: [
      [
        "delivery",
        "Delivery",
        html`<p>We pack every weekday at 11. What you order before then leaves the same day, and takes two to four working days in the EU. The tracking link is in the e-mail we send when it leaves us.</p>
<ul>
<li>Inside the EU: free from ${euros(FREE_FROM)}, otherwise ${euros(COUNTRIES.find(({ union }) => union).price)}</li>${beyondTheUnion.map(({ name, price }) => html`
<li>${name}: ${euros(price)}, duties included, so nothing is due at the door</li>`)}
</ul>`,
      ],
      [
        "returns",
        "Returns",
        html`<p>You have 30 days. Write to us in the chat and we send a label, at no cost inside the EU. We refund within five working days of the parcel's return. Used pieces are fine too, as long as they are whole.</p>`,
      ],
      [
        "damaged",
        "Damaged on the way",
        html`<p>It happens once in a few hundred parcels. Send us a photo in the chat. A new piece leaves the next working day, and you keep or recycle the other one.</p>`,
      ],
      [
        "gifts",
        "Gifts",
        html`<p>Tick "Wrap it" at checkout. We use plain brown paper and white twine, write the card by hand, and put no prices into the parcel. It costs nothing.</p>`,
      ],
    ],
  });

export const care = () =>
  textPage({
    path: "care.html",
    title: "Care",
    description: "How to keep your pieces for a long time. It is less work than you think.",
    sections: [
      ["stoneware", "Stoneware", html`<p>${CARE.stoneware}</p><p>Grey marks from cutlery come off with a little baking soda and a soft cloth. Bare clay may darken with oil and tea. That is how it should be.</p>`],
      ["linen", "Linen", html`<p>${CARE.linen}</p><p>New tea towels leave a little lint until the second wash.</p>`],
      ["oak", "Oak lids", html`<p>Wipe them with a damp cloth and let them dry upright. Once a year, rub in a teaspoon of any kitchen oil. Oak does not go into the dishwasher.</p>`],
      ["repairs", "Repairs", html`<p>If a rim is chipped, send us a photo. We grind and seal small chips for the price of the postage.</p>`],
    ],
  });

export const privacy = () =>
  textPage({
    path: "privacy.html",
    title: "Privacy",
    description: "What this shop knows about you, which is little.",
    sections: [
      ["browser", "In your browser", html`<p>Your cart and your orders are kept in this browser's own storage. Orders also go to our books, and whoever answers you in the chat sees your cart, once you write to us. Signing in sets one cookie. We load nothing from other sites but the chat.</p>`],
      ["chat", "In the chat", html`<p>The chat stores nothing until you write to us. Then we keep what you wrote, and the e-mail and name you gave, so that we can answer, and which pages of this shop you open from then on, so that we see what you ask about. Ask us in the chat and we send you a copy, or erase it.</p>`],
      ["news", "News by e-mail", html`<p>Only if you ticked the box. Each mail has a link that ends it.</p>`],
    ],
  });
