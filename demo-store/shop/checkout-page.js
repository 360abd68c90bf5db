import { cartLines, whenCartChanges } from "./cart.js";
import { countryOf } from "./delivery.js";
import { html } from "./html.js";
import { discountRowOf, keptLineOf, summaryLinesOf, sumsOf } from "./lines.js";
import { euros } from "./money.js";
import { shopper } from "./office.js";
import { costsOf, placeOrder } from "./orders.js";

const page = document.querySelector("[data-checkout]");
const form = page.querySelector("form");
const summary = page.querySelector("[data-summary]");
const fields = form.elements;

let placed = false;

function draw() {
  const lines = cartLines();
  if (lines.length === 0) {
    if (!placed) location.replace("/cart.html");
    return;
  }
  const country = countryOf(fields.country.value);
  const { subtotal, discount, off, delivery, total } = costsOf(lines, country.code);
  summary.innerHTML = html`<h2 id="summary">Your order</h2>
${summaryLinesOf(lines.map(keptLineOf))}
${sumsOf([
  ["Subtotal", euros(subtotal)],
  ...discountRowOf(discount, off),
  [`Delivery to ${country.name}`, delivery === 0 ? "Free" : euros(delivery)],
  ["Total", euros(total), true],
])}
<a href="/cart.html">Change the cart</a>`;
}

/** Says in words what is wrong with a field, next to it. */
function complain(field) {
  const wrong = problemOf(field);
  field.setAttribute("aria-invalid", String(wrong !== ""));
  document.getElementById(`${field.id}-error`).textContent = wrong;
  return wrong !== "";
}

function problemOf({ id, value, labels, validity }) {
  const label = labels[0].textContent;
  if (value.trim() === "") return `${label} is missing.`;
  if (id === "email" && !validity.valid) return "This e-mail looks incomplete. Example: name@example.com";
  return "";
}

const required = [...form.querySelectorAll("[required]")];

form.addEventListener("focusout", ({ target }) => {
  if (target.getAttribute("aria-invalid") === "true") complain(target);
});

form.addEventListener("change", ({ target }) => {
  if (target === fields.country) draw();
  if (target === fields.gift) form.querySelector("[data-card-text]").hidden = !fields.gift.checked;
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (placed) return;
  const wrong = required.filter(complain);
  if (wrong.length > 0) {
    wrong[0].focus();
    return;
  }
  placed = true;
  const text = (name) => fields[name].value.trim();
  const order = await placeOrder({
    email: text("email"),
    name: text("name"),
    street: text("street"),
    postcode: text("postcode"),
    city: text("city"),
    country: fields.country.value,
    gift: fields.gift.checked,
    card: fields.gift.checked ? text("card") : "",
    payment: fields.payment.value,
  });
  location.assign(`/order.html?number=${order.number}`);
});

form.querySelector("[data-card-text]").hidden = !fields.gift.checked;
whenCartChanges(draw);

const signedIn = await shopper();
for (const name of ["email", "name"]) fields[name].value ||= signedIn?.[name] ?? "";
