import { cardOf, priceOf } from "../card.js";
import { html } from "../../shop/html.js";
import { ICONS } from "../../shop/icons.js";
import { categoryOf, picturesOf, PRODUCTS } from "../../shop/products.js";
import { quantityOf } from "../../shop/quantity.js";
import { page } from "../layout.js";
import { CARE } from "./reading.js";

export function product(shown) {
  const category = categoryOf(shown);
  const [first] = shown.choice.options;
  const pictures = picturesOf(shown, first.id);
  return page({
    path: `products/${shown.slug}.html`,
    title: `${shown.name} · Hearthlow`,
    description: shown.intro,
    styles: ["product"],
    script: "product-page",
    content: html`<div class="product" data-product="${shown.slug}">
<div class="gallery">
<div class="thumbs" role="group" aria-label="Pictures">${pictures.map(({ src, alt, close }, i) => html`
<button type="button" aria-label="${alt}"${i === 0 && html` aria-current="true"`}><img${close && html` class="close-up"`} src="${src}" width="88" height="88" alt=""></button>`)}
</div>
<div class="stage"><img src="${pictures[0].src}" width="620" height="700" alt="${pictures[0].alt}"></div>
</div>
<div class="about">
<nav aria-label="You are here"><ol class="trail"><li><a href="/${category.slug}.html">${category.name}</a></li><li>${shown.kind}</li></ol></nav>
<h1>${shown.name}</h1>
<p>${priceOf(shown)}</p>
<p class="intro">${shown.intro}</p>
<form data-add-to-cart>
<fieldset class="choice">
<legend class="visually-hidden">${shown.choice.label}</legend>
<div class="swatches">${shown.choice.options.map(({ id, name }, i) => html`
<label class="swatch ${id}"><input type="radio" name="choice" value="${id}"${i === 0 && html` checked`}><span class="visually-hidden">${name}</span></label>`)}
</div>
<p class="chosen">${shown.choice.label}: <span data-chosen>${first.name}</span></p>
</fieldset>
<div class="buy">
${quantityOf("Quantity", 1)}
<button class="button" type="submit">Add to cart</button>
</div>
<p class="added" role="status"></p>
</form>
<div class="details">
${detail("Size and weight", html`<p>${shown.size.join(" · ")}</p>`)}
${detail("Care", html`<p>${CARE[shown.material]}</p>${shown.careNote && html`<p>${shown.careNote}</p>`}`)}
${detail("Delivery and returns", html`<p>We pack every weekday at 11. In the EU it takes two to four working days, free from €80 and €6.90 below. You have 30 days to send it back. <a href="/delivery-and-returns.html">All about delivery and returns</a></p>`)}
</div>
</div>
</div>
<section class="section" aria-labelledby="more">
<div class="section-head"><h2 id="more">Goes well with</h2></div>
<ul class="cards four">
${companionsOf(shown).map((other) => cardOf(other))}
</ul>
</section>`,
  });
}

const detail = (title, answer) => html`<details>
<summary><h2>${title}</h2>${ICONS.plus}</summary>
<div class="answer">${answer}</div>
</details>`;

/** Four others: the next two from the same shelf, then one from each of the two other shelves. */
function companionsOf(shown) {
  const at = PRODUCTS.indexOf(shown);
  const others = [...PRODUCTS.slice(at + 1), ...PRODUCTS.slice(0, at)];
  const same = others.filter(({ category }) => category === shown.category).slice(0, 2);
  const elsewhere = [...new Set(others.map(({ category }) => category))].filter((category) => category !== shown.category);
  return [...same, ...elsewhere.map((category) => others.find((other) => other.category === category))];
}
