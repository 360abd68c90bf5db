import { html } from "./html.js";
import { shoppers, signIn } from "./office.js";

const page = document.querySelector("[data-shoppers]");
const known = await shoppers();

page.innerHTML =
  known.length === 0
    ? html`<div class="nothing"><p>Nobody can sign in here: these pages are served without the shop behind them.</p></div>`
    : html`<ul class="lines">${known.map(
        ({ id, name }) => html`
<li><button class="button light" type="button" data-id="${id}">Sign in as ${name}</button></li>`,
      )}</ul>`;

page.addEventListener("click", async ({ target }) => {
  const id = target.closest("[data-id]")?.dataset.id;
  if (id && (await signIn(id))) location.assign("/orders.html");
});
