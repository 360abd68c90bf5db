import { add } from "./cart.js";
import { html } from "./html.js";
import { ICONS } from "./icons.js";
import { linkTo, optionOf, picturesOf, productOf } from "./products.js";
import { quantityIn, stepOnClick } from "./quantity.js";

const page = document.querySelector("[data-product]");
const product = productOf(page.dataset.product);
const form = page.querySelector("[data-add-to-cart]");
const thumbs = [...page.querySelectorAll(".thumbs button")];
const stage = page.querySelector(".stage img");
const said = page.querySelector(".added");

const chosen = () => optionOf(product, form.elements.choice.value);

let at = 0;

function show(index) {
  at = index;
  const pictures = picturesOf(product, chosen().id);
  thumbs.forEach((thumb, i) => {
    thumb.setAttribute("aria-label", pictures[i].alt);
    thumb.toggleAttribute("aria-current", i === index);
    if (i === index) thumb.setAttribute("aria-current", "true");
    thumb.firstElementChild.src = pictures[i].src;
  });
  stage.src = pictures[index].src;
  stage.alt = pictures[index].alt;
  stage.classList.toggle("close-up", pictures[index].close === true);
}

function choose() {
  page.querySelector("[data-chosen]").textContent = chosen().name;
  said.replaceChildren();
  show(at);
}

const asked = new URLSearchParams(location.search).get("choice");
if (asked) form.elements.choice.value = optionOf(product, asked).id;
// A browser may also bring back the choice of an earlier visit.
if (chosen() !== product.choice.options[0]) choose();

thumbs.forEach((thumb, index) => thumb.addEventListener("click", () => show(index)));
stepOnClick(form);

form.addEventListener("change", ({ target }) => {
  if (target.name !== "choice") return;
  history.replaceState(null, "", linkTo(product, chosen().id));
  choose();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const quantity = quantityIn(form.elements.quantity);
  add(product.slug, chosen().id, quantity);
  form.elements.quantity.value = 1;
  said.innerHTML = html`${ICONS.check}<span>${quantity === 1 ? "Added" : `${quantity} added`} to your cart. <a href="/cart.html">View cart</a></span>`;
});
