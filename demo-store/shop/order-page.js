import { countryOf } from "./delivery.js";
import { html } from "./html.js";
import { discountRowOf, summaryLinesOf, sumsOf } from "./lines.js";
import { euros } from "./money.js";
import { orderOfOffice } from "./office.js";
import { orderOf } from "./orders.js";

const PAYMENT = {
  invoice: "Invoice with the parcel, 14 days",
  transfer: "Bank transfer in advance",
};

const number = new URLSearchParams(location.search).get("number") ?? "";
const order = orderOf(number);
// Placed in another browser: the shop itself knows what was bought, and where it goes.
const elsewhere = order ? null : await orderOfOffice(number);
const head = document.querySelector("[data-thanks]");
const page = document.querySelector("[data-order]");

if (order) {
  const country = countryOf(order.country);
  document.title = `Order #${order.number} · Hearthlow`;
  head.innerHTML = html`<h1 dir="auto">Thank you, ${order.name}</h1>
<p>Your order <strong>#${order.number}</strong> is placed. We pack it on the next weekday at 11 and send the tracking link to ${order.email}.</p>`;
  page.innerHTML = html`<div class="order-facts">
<section><h2>Delivery address</h2><address class="address" dir="auto">${[order.name, order.street, `${order.postcode} ${order.city}`, country.name].join("\n")}</address></section>
<section><h2>Payment</h2><p>${PAYMENT[order.payment]}</p></section>
<section><h2>Wrapping</h2><p>${order.gift ? "Plain brown paper, with a card" : "None"}</p>${order.card && html`<p class="quiet" dir="auto">${order.card}</p>`}</section>
</div>
<section class="summary" aria-labelledby="summary">
<h2 id="summary">Order #${order.number}</h2>
${summaryLinesOf(order.lines)}
${sumsOf([
  ["Subtotal", euros(order.subtotal)],
  ...discountRowOf(order.discount, order.off),
  ["Delivery", order.delivery === 0 ? "Free" : euros(order.delivery)],
  ["Total", euros(order.total), true],
])}
<a href="/orders.html">All your orders</a>
</section>`;
} else if (elsewhere) {
  document.title = `Order #${elsewhere.number} · Hearthlow`;
  head.innerHTML = html`<h1>Order #${elsewhere.number}</h1>`;
  page.innerHTML = html`<section class="summary" aria-labelledby="summary">
<h2 id="summary">What was ordered</h2>
${summaryLinesOf(elsewhere.lines)}
${sumsOf([["Total", euros(elsewhere.total), true]])}
<a href="/orders.html">All your orders</a>
</section>`;
} else {
  page.innerHTML = html`<div class="nothing"><p>This browser does not remember that order.</p><a class="button light" href="/orders.html">Your orders</a></div>`;
}
