import { html } from "../shop/html.js";
import { euros } from "../shop/money.js";
import { linkTo, pictureOf } from "../shop/products.js";

const ENGLISH = { locale: "en-IE", before: "Before", now: "Now", in: "In", nameOf: (product) => product.name };

export const priceOf = (product, words = ENGLISH) =>
  product.was === undefined
    ? html`<span class="price">${euros(product.price, words.locale)}</span>`
    : html`<span class="price"><span class="visually-hidden">${words.before} </span><s>${euros(product.was, words.locale)}</s> <span class="visually-hidden">${words.now} </span>${euros(product.price, words.locale)}</span>`;

/** A product in a list. */
export function cardOf(product, { heading = 3, words = ENGLISH, glazes = glazesOf(product), eager = false } = {}) {
  const option = product.choice.options[0].id;
  const name = html`<a href="${linkTo(product)}">${words.nameOf(product)}</a>`;
  return html`<li class="card">
  <img class="card-picture" src="${pictureOf(product, option)}" width="600" height="600" alt=""${eager ? "" : html` loading="lazy"`}>
  ${heading === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
  <p class="card-price">${priceOf(product, words)}</p>
  <p class="card-choice">${glazes}</p>
</li>`;
}

const glazesOf = ({ choice: { options } }) => {
  const names = options.map(({ name }) => name.toLowerCase());
  return `In ${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
};
