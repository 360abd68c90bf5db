import { html } from "./html.js";
import { euros } from "./money.js";
import { linkTo, pictureOf } from "./products.js";
import { quantityOf } from "./quantity.js";

const called = ({ product, option }) => `${product.choice.label}: ${option.name}`;

/** A line of the cart, with quantity and Remove. */
export const cartLineOf = (line) => html`<li class="line" data-product="${line.product.slug}" data-option="${line.option.id}">
<img src="${pictureOf(line.product, line.option.id)}" width="112" height="112" alt="">
<div><h2><a href="${linkTo(line.product, line.option.id)}">${line.product.name}</a></h2><p class="quiet">${called(line)} · ${euros(line.product.price)}</p></div>
<p class="line-total">${euros(line.total)}</p>
<div class="line-change">${quantityOf(`Quantity of ${line.product.name}`, line.quantity)}<button class="text-button" type="button" data-remove>Remove<span class="visually-hidden"> ${line.product.name}</span></button></div>
</li>`;

/** The lines of an order, to read only. */
export const summaryLinesOf = (lines) => html`<ul class="summary-lines">${lines.map((line) => html`
<li>${line.picture ? html`<img src="${line.picture}" width="56" height="56" alt="">` : ""}<div>${line.name}<br><span class="quiet">${line.variant ? `${line.variant} · ` : ""}${line.quantity} ×</span></div><span>${euros(line.total)}</span></li>`)}
</ul>`;

export const sumsOf = (rows) => html`<dl class="sums">${rows.map(([name, value, total]) => html`
<div${total && html` class="total"`}><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>`;

/** What a code takes off, as a row of sums; no row without one. */
export const discountRowOf = (code, off) => (code ? [[`Discount ${code.code}, ${code.percent} %`, `−${euros(off)}`]] : []);

/** A line as an order keeps it: readable even when the shop no longer sells the piece. */
export const keptLineOf = (line) => ({
  name: line.product.name,
  variant: called(line),
  picture: pictureOf(line.product, line.option.id),
  quantity: line.quantity,
  total: line.total,
});
