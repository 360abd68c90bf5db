import { cardOf } from "../card.js";
import { html } from "../../shop/html.js";
import { PRODUCTS } from "../../shop/products.js";
import { page } from "../layout.js";

export function category({ slug, name, intro }) {
  const products = PRODUCTS.filter((product) => product.category === slug);
  return page({
    path: `${slug}.html`,
    title: `${name} · Hearthlow`,
    description: intro,
    content: html`<div class="page-head">
<h1>${name}</h1>
<p>${intro}</p>
</div>
<div class="content">
<ul class="cards${products.length === 3 && " three-of"}">
${products.map((product, i) => cardOf(product, { heading: 2, eager: i < 3 }))}
</ul>
</div>`,
  });
}
