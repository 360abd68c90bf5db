import { cartLines, countOf, whenCartChanges } from "./cart.js";

const shown = document.querySelector("[data-cart-count]");

whenCartChanges(() => {
  const count = countOf(cartLines());
  shown.textContent = count === 0 ? "" : String(count);
});
