import { html } from "./html.js";
import { euros } from "./money.js";
import { ordersOfShopper, shopper, signOut } from "./office.js";
import { orders } from "./orders.js";

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });

const rowOf = (order) => {
  const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return html`<li class="order-row">
<h2><a href="/order.html?number=${order.number}">Order #${order.number}</a></h2><p>${euros(order.total)}</p>
<p class="quiet">${day.format(new Date(order.placedAt))} · ${pieces === 1 ? "1 piece" : `${pieces} pieces`}</p>
</li>`;
};

const account = document.querySelector("[data-account]");

const who = await shopper();
account.innerHTML = who
  ? html`Signed in as <bdi>${who.name}</bdi>. <button class="text-button" type="button">Sign out</button>`
  : html`<a href="/sign-in.html">Sign in</a> to see what you ordered elsewhere.`;
account.querySelector("button")?.addEventListener("click", async () => {
  window.Shopbell?.logout?.();
  await signOut();
  location.reload();
});

const here = orders();
const elsewhere = (await ordersOfShopper()).filter(({ number }) => !here.some((order) => order.number === number));
const placed = [...here, ...elsewhere].sort((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt));

document.querySelector("[data-orders]").innerHTML =
  placed.length === 0
    ? html`<div class="nothing"><p>No orders yet.</p><a class="button" href="/tableware.html">See the tableware</a></div>`
    : html`<ul class="lines">${placed.map(rowOf)}</ul>`;
