import { categoryOf, PRODUCTS } from "./products.js";

const form = document.querySelector(".search");
const notice = document.querySelector(".notice");
const cards = [...document.querySelectorAll("[data-found] > li")];

const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

const textOf = (product) =>
  [product.name, product.kind, categoryOf(product).name, product.intro, ...product.choice.options.map(({ name }) => name)]
    .join(" ")
    .toLowerCase();

/** Shows the pieces whose texts have every word of `asked`. */
function search(asked) {
  const words = wordsOf(asked);
  const matches = PRODUCTS.filter((product) => words.every((word) => textOf(product).includes(word)));
  // The page lists everything, in the order of PRODUCTS.
  cards.forEach((card, i) => {
    card.hidden = !matches.includes(PRODUCTS[i]);
  });
  if (words.length === 0) notice.textContent = "Everything we make:";
  else if (matches.length === 0) notice.textContent = `Nothing found for “${asked}”. Ask us in the chat, we may know a way.`;
  else notice.textContent = `${matches.length} found for “${asked}”:`;
}

const fromAddress = () => new URLSearchParams(location.search).get("q") ?? "";

form.elements.q.value = fromAddress();
search(fromAddress());
form.elements.q.addEventListener("input", () => search(form.elements.q.value.trim()));
