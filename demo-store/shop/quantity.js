import { html } from "./html.js";
import { ICONS } from "./icons.js";

export const MOST = 20;

/** A number with a button on each side. `label` tells apart several on one page. */
export const quantityOf = (label, quantity) => html`<div class="stepper" role="group" aria-label="${label}">
<button type="button" data-step="-1" aria-label="One less">${ICONS.minus}</button>
<input type="number" name="quantity" value="${quantity}" min="1" max="${MOST}" inputmode="numeric" aria-label="${label}">
<button type="button" data-step="1" aria-label="One more">${ICONS.plus}</button>
</div>`;

export const quantityIn = (input) => Math.min(MOST, Math.max(1, Math.trunc(Number(input.value)) || 1));

/** Makes the buttons of every stepper inside `container` work, also of those drawn later. */
export function stepOnClick(container) {
  container.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-step]");
    if (!button) return;
    const input = button.parentElement.querySelector("input");
    input.value = Math.min(MOST, Math.max(1, quantityIn(input) + Number(button.dataset.step)));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
