import { COUNTRIES } from "../../shop/delivery.js";
import { html } from "../../shop/html.js";
import { PRODUCTS } from "../../shop/products.js";
import { cardOf } from "../card.js";
import { page } from "../layout.js";

const bare = ({ path, title, description, script, content }) =>
  page({ path, title: `${title} · Hearthlow`, description, styles: ["buying"], script, content });

const withScript = html`<noscript><p>This page needs JavaScript to show what this browser keeps for you.</p></noscript>`;

export const cart = () =>
  bare({
    path: "cart.html",
    title: "Cart",
    description: "What you have chosen so far.",
    script: "cart-page",
    content: html`<div class="page-head"><h1 tabindex="-1">Cart</h1></div>
<div class="content">
<p class="notice" role="status"></p>
<div class="buying" data-cart>${withScript}</div>
</div>`,
  });

const field = ({ id, label, type = "text", autocomplete, required = true, width = "", hint }) => html`
<div class="field ${width}">
<label for="${id}">${label}${!required && html` <span class="quiet">(optional)</span>`}</label>
<input id="${id}" name="${id}" type="${type}" autocomplete="${autocomplete}" maxlength="120" aria-describedby="${id}-error"${required && html` required`}>
${hint && html`<p class="quiet">${hint}</p>`}<p class="error" id="${id}-error"></p>
</div>`;

export const checkout = () =>
  bare({
    path: "checkout.html",
    title: "Checkout",
    description: "Where your order goes, and how you pay.",
    script: "checkout-page",
    content: html`<div class="page-head"><h1>Checkout</h1></div>
<div class="content">
<div class="buying" data-checkout>
<form class="checkout" novalidate>
<fieldset>
<legend>Contact</legend>${field({ id: "email", label: "E-mail", type: "email", autocomplete: "email" })}
</fieldset>
<fieldset>
<legend>Delivery address</legend>${[
      field({ id: "name", label: "Name", autocomplete: "name" }),
      field({ id: "street", label: "Street and number", autocomplete: "street-address" }),
      field({ id: "postcode", label: "Postal code", autocomplete: "postal-code", width: "short" }),
      field({ id: "city", label: "Town or city", autocomplete: "address-level2", width: "long" }),
    ]}
<div class="field">
<label for="country">Country</label>
<select id="country" name="country" autocomplete="country">${COUNTRIES.map(({ code, name }) => html`
<option value="${code}"${code === "DE" && html` selected`}>${name}</option>`)}
</select>
</div>
</fieldset>
<fieldset>
<legend>As a gift</legend>
<label class="tick"><input type="checkbox" name="gift"><span>Wrap it in plain brown paper<span>With a hand-written card and no prices inside. At no cost.</span></span></label>
<div class="field" data-card-text hidden>
<label for="card">Text for the card <span class="quiet">(optional)</span></label>
<textarea id="card" name="card" rows="3" maxlength="300" dir="auto"></textarea>
</div>
</fieldset>
<fieldset>
<legend>Payment</legend>
<label class="tick"><input type="radio" name="payment" value="invoice" checked><span>Invoice<span>It comes with the parcel, and you have 14 days.</span></span></label>
<label class="tick"><input type="radio" name="payment" value="transfer"><span>Bank transfer in advance<span>We pack as soon as it arrives.</span></span></label>
</fieldset>
<div><button class="button" type="submit">Place order</button></div>
</form>
<aside class="summary" aria-labelledby="summary" data-summary><h2 id="summary">Your order</h2></aside>
</div>
${withScript}
</div>`,
  });

export const order = () =>
  bare({
    path: "order.html",
    title: "Your order",
    description: "What you ordered and where it goes.",
    script: "order-page",
    content: html`<div class="page-head" data-thanks><h1>Your order</h1></div>
<div class="content"><div class="buying" data-order>${withScript}</div></div>`,
  });

export const orders = () =>
  bare({
    path: "orders.html",
    title: "Your orders",
    description: "The orders this browser remembers.",
    script: "orders-page",
    content: html`<div class="page-head"><h1>Your orders</h1><p data-account>Orders you placed in this browser.</p></div>
<div class="content"><div class="buying" data-orders>${withScript}</div></div>`,
  });

export const signIn = () =>
  bare({
    path: "sign-in.html",
    title: "Sign in",
    description: "Choose whom to shop as.",
    script: "sign-in-page",
    content: html`<div class="page-head"><h1>Sign in</h1><p>Hearthlow is an invented shop, and so are its customers. No password is asked for.</p></div>
<div class="content"><div class="buying" data-shoppers>${withScript}</div></div>`,
  });

export const search = () =>
  bare({
    path: "search.html",
    title: "Search",
    description: "Find a piece by name, glaze or use.",
    script: "search-page",
    content: html`<div class="page-head"><h1>Search</h1></div>
<div class="content">
<form class="search" role="search">
<div class="field"><label for="q">Name, glaze or colour</label><input id="q" name="q" type="search" maxlength="80" autocomplete="off"></div>
<button class="button" type="submit">Search</button>
</form>
<p class="notice" role="status">Everything we make:</p>
<ul class="cards four" data-found>
${PRODUCTS.map((product, i) => cardOf(product, { heading: 2, eager: i < 4 }))}
</ul>
</div>`,
  });
