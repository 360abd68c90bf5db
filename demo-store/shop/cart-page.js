import { cartLines, remove, setQuantity, subtotalOf, whenCartChanges } from "./cart.js";
import { FREE_FROM } from "./delivery.js";
import { apply, discount, forget, offOf } from "./discount.js";
import { html } from "./html.js";
import { cartLineOf, discountRowOf, sumsOf } from "./lines.js";
import { euros } from "./money.js";
import { productOf } from "./products.js";
import { quantityIn, stepOnClick } from "./quantity.js";

const page = document.querySelector("[data-cart]");
const notice = document.querySelector(".notice");

const nothing = html`<div class="nothing"><p>Your cart is empty.</p><a class="button" href="/tableware.html">See the tableware</a></div>`;

function deliveryNote(subtotal) {
  const missing = FREE_FROM - subtotal;
  return missing > 0 ? `${euros(missing)} more for free delivery in the EU.` : "Delivery in the EU is free.";
}

function costs(subtotal) {
  const code = discount();
  if (!code) return sumsOf([["Subtotal", euros(subtotal), true]]);
  const off = offOf(code, subtotal);
  return html`${sumsOf([["Items", euros(subtotal)], ...discountRowOf(code, off), ["Subtotal", euros(subtotal - off), true]])}
<p><button class="text-button" type="button" data-forget>Remove the code<span class="visually-hidden"> ${code.code}</span></button></p>`;
}

const filled = (lines) => {
  const subtotal = subtotalOf(lines);
  return html`<ul class="lines">${lines.map(cartLineOf)}</ul>
<section class="summary" aria-labelledby="summary">
<h2 id="summary">Summary</h2>
${costs(subtotal)}
<p class="quiet">${deliveryNote(subtotal)}</p>
<a class="button" href="/checkout.html">Check out</a>
</section>`;
};

/** Redrawing must not take the keyboard away: the same control of the same line is focused again. */
function draw() {
  const focused = document.activeElement.closest?.("[data-cart] .line");
  const control = focused && [...focused.querySelectorAll("button, input, a")].indexOf(document.activeElement);
  const lines = cartLines();
  page.innerHTML = lines.length === 0 ? nothing : filled(lines);
  if (focused) {
    const { product, option } = focused.dataset;
    const line = page.querySelector(`[data-product="${product}"][data-option="${option}"]`);
    (line?.querySelectorAll("button, input, a")[control] ?? document.querySelector("h1")).focus();
  }
}

const lineOf = (target) => target.closest(".line").dataset;

page.addEventListener("change", ({ target }) => {
  if (target.name !== "quantity") return;
  const { product, option } = lineOf(target);
  notice.replaceChildren();
  setQuantity(product, option, quantityIn(target));
});

page.addEventListener("click", ({ target }) => {
  if (target.closest("[data-forget]")) {
    forget();
    notice.textContent = "The code is removed.";
    draw();
    document.querySelector("h1").focus();
    return;
  }
  if (!target.closest("[data-remove]")) return;
  const { product, option } = lineOf(target);
  const putBack = remove(product, option);
  notice.innerHTML = html`<span>${productOf(product).name} removed.</span><button class="text-button" type="button">Undo</button>`;
  notice.querySelector("button").addEventListener("click", () => {
    notice.replaceChildren();
    putBack();
    document.querySelector("h1").focus();
  });
});

/** A link that brings a code puts it on the cart, once: the address is the cart's again. */
async function takeCode(code) {
  history.replaceState(null, "", location.pathname);
  const known = await apply(code);
  notice.textContent = known
    ? `${known.percent} % off with the code ${known.code}.`
    : `The code “${code}” is none of ours, or no more.`;
  draw();
}

stepOnClick(page);
whenCartChanges(draw);

const brought = new URLSearchParams(location.search).get("discount");
if (brought) await takeCode(brought);
