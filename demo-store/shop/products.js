/**
 * Everything the shop sells. The pages are written from this list, and the cart reads names and prices from it.
 * Prices are in cents.
 */

export const CATEGORIES = [
  {
    slug: "tableware",
    name: "Tableware",
    intro: "Bowls, plates and mugs for every day. Thrown by hand, dipped once, and fired hot enough for the dishwasher.",
  },
  {
    slug: "kitchen",
    name: "Kitchen",
    intro: "Pieces that work for their place on the shelf: to pour, to stir, and to keep the salt dry.",
  },
  {
    slug: "linen",
    name: "Linen",
    intro: "Heavy washed linen that gets softer with every wash. Hemmed in our workshop, one piece at a time.",
  },
];

const STONEWARE = [
  ["ash", "Ash"],
  ["moss", "Moss"],
  ["ink", "Ink"],
];
const CLOTH = [
  ["oat", "Oat"],
  ["sage", "Sage"],
  ["slate", "Slate"],
];

const glaze = (options) => ({ label: "Glaze", options: options.map(([id, name]) => ({ id, name })) });
const colour = (options) => ({ label: "Colour", options: options.map(([id, name]) => ({ id, name })) });

export const PRODUCTS = [
  {
    slug: "ash-bowl-set-of-six",
    name: "Ash bowl, set of six",
    category: "tableware",
    kind: "Bowls",
    price: 13200,
    was: 14400,
    choice: glaze(STONEWARE),
    intro:
      "Small bowls for breakfast, olives and ice cream. Thrown by hand, dipped in our ash glaze, and left bare at the foot.",
    size: ["14 cm wide, 7 cm high", "Holds 0.5 litres to the rim", "320 g each"],
    pictured: "six small bowls in two stacks",
    atHome: "a stack of the bowls on a table in morning light, with a jug, a vase and a mug",
    material: "stoneware",
  },
  {
    slug: "ash-bowl-small",
    name: "Ash bowl, small",
    category: "tableware",
    kind: "Bowls",
    price: 2400,
    choice: glaze(STONEWARE),
    intro: "The bowl from our set of six, on its own. Deep enough for soup, small enough for one hand.",
    size: ["14 cm wide, 7 cm high", "Holds 0.5 litres to the rim", "320 g"],
    pictured: "a small bowl, glazed to the lower third",
    atHome: "the bowl on a table beside folded napkins and a vase",
    material: "stoneware",
  },
  {
    slug: "dinner-plate",
    name: "Dinner plate",
    category: "tableware",
    kind: "Plates",
    price: 2800,
    choice: glaze(STONEWARE),
    intro: "A flat plate with a low, wide rim that keeps the sauce where it is. Stacks close, so eight fit in any cupboard.",
    size: ["27 cm wide, 2.5 cm high", "780 g"],
    pictured: "a round plate with a wide rim",
    atHome: "a stack of four plates on a table with a small bowl and a mug",
    material: "stoneware",
  },
  {
    slug: "breakfast-mug",
    name: "Breakfast mug",
    category: "tableware",
    kind: "Mugs",
    price: 2800,
    choice: glaze(STONEWARE),
    intro: "A straight mug with a handle for three fingers. It holds a large coffee and stays warm to the last sip.",
    size: ["9 cm wide, 9.5 cm high", "Holds 0.35 litres", "360 g"],
    pictured: "a straight mug with a round handle",
    atHome: "two mugs on a table in morning light, with a jug behind them",
    material: "stoneware",
  },
  {
    slug: "serving-bowl",
    name: "Serving bowl",
    category: "tableware",
    kind: "Bowls",
    price: 6800,
    choice: glaze([
      ["cream", "Cream"],
      ["moss", "Moss"],
      ["rust", "Rust"],
    ]),
    intro: "Wide and shallow, for salad, pasta and everything that is passed round the table.",
    size: ["32 cm wide, 9 cm high", "Holds 3 litres", "1.6 kg"],
    pictured: "a wide, shallow bowl",
    atHome: "the bowl filled with lemons on a table",
    material: "stoneware",
  },
  {
    slug: "bottle-vase",
    name: "Bottle vase",
    category: "tableware",
    kind: "Vases",
    price: 4600,
    choice: glaze([
      ["cream", "Cream"],
      ["rust", "Rust"],
      ["ink", "Ink"],
    ]),
    intro: "A narrow neck for a single branch. Glazed inside, so it keeps water and leaves no ring.",
    size: ["14 cm wide, 20 cm high", "Neck 3 cm wide", "720 g"],
    pictured: "a round vase with a narrow neck and an olive branch",
    atHome: "the vase with an olive branch on a table, with a small bowl in front",
    material: "stoneware",
  },
  {
    slug: "jug-one-litre",
    name: "Jug, one litre",
    category: "kitchen",
    kind: "Jugs",
    price: 5800,
    choice: glaze([
      ["moss", "Moss"],
      ["cream", "Cream"],
      ["ink", "Ink"],
    ]),
    intro: "Pours without a drip, which took us eleven tries. For water, milk, or a bunch of tulips.",
    size: ["15 cm wide, 21 cm high", "Holds 1 litre", "940 g"],
    pictured: "a round jug with a pointed spout and a handle",
    atHome: "the jug on a table with two mugs and a bowl",
    material: "stoneware",
  },
  {
    slug: "mixing-bowl",
    name: "Mixing bowl",
    category: "kitchen",
    kind: "Bowls",
    price: 7200,
    choice: glaze([
      ["cream", "Cream"],
      ["ash", "Ash"],
      ["moss", "Moss"],
    ]),
    intro: "Heavy enough to stay where it stands, with steep walls that catch the whisk. Two bands mark one and two litres.",
    size: ["28 cm wide, 15 cm high", "Holds 3.5 litres", "2.1 kg"],
    pictured: "a large, deep bowl with two painted bands",
    atHome: "the mixing bowl on a table with a salt pot and a jug",
    material: "stoneware",
  },
  {
    slug: "salt-pot",
    name: "Salt pot with oak lid",
    category: "kitchen",
    kind: "Storage",
    price: 3900,
    choice: glaze([
      ["ink", "Ink"],
      ["ash", "Ash"],
      ["rust", "Rust"],
    ]),
    intro: "Unglazed inside, so the clay keeps salt dry. The lid is turned from oak and oiled three times.",
    size: ["13 cm wide, 12 cm high with the lid", "Holds 0.6 litres", "540 g"],
    pictured: "a round pot with a turned oak lid",
    atHome: "the salt pot on a table with a mixing bowl behind it",
    material: "stoneware",
    careNote: "Wipe the oak lid with a damp cloth and oil it once a year. It does not go into the dishwasher.",
  },
  {
    slug: "linen-napkins",
    name: "Linen napkins, set of four",
    category: "linen",
    kind: "Table linen",
    price: 4800,
    choice: colour(CLOTH),
    intro: "Generous napkins with a woven stripe. Washed before they leave us, so they will not shrink on you.",
    size: ["45 × 45 cm each", "220 g/m² linen, washed"],
    pictured: "four folded napkins with a striped border",
    atHome: "the folded napkins on a table beside a stack of plates",
    material: "linen",
  },
  {
    slug: "tea-towels",
    name: "Tea towels, pair",
    category: "linen",
    kind: "Kitchen linen",
    price: 3200,
    choice: colour(CLOTH),
    intro: "One with a broad stripe, one with narrow ones. They dry glasses without lint from the second wash on.",
    size: ["50 × 70 cm each", "180 g/m² linen, washed"],
    pictured: "two striped tea towels over a wooden rail",
    atHome: "the tea towels over a rail above a kitchen table",
    material: "linen",
  },
  {
    slug: "linen-apron",
    name: "Linen apron",
    category: "linen",
    kind: "Kitchen linen",
    price: 6400,
    choice: colour(CLOTH),
    intro: "A long apron with a deep pocket in two parts. The straps cross and tie in front, so one size fits most of us.",
    size: ["88 cm long, 74 cm wide", "Straps 95 cm", "240 g/m² linen, washed"],
    pictured: "a linen apron with a pocket on a wooden peg",
    atHome: "the apron on a wall above a kitchen table",
    material: "linen",
  },
];

export const productOf = (slug) => PRODUCTS.find((product) => product.slug === slug);

export const categoryOf = (product) => CATEGORIES.find((category) => category.slug === product.category);

/** The chosen option, or the first one when the choice is not one of this product's. */
export const optionOf = (product, id) =>
  product.choice.options.find((option) => option.id === id) ?? product.choice.options[0];

export const linkTo = (product, option) =>
  `/products/${product.slug}.html${option && option !== product.choice.options[0].id ? `?choice=${option}` : ""}`;

export const pictureOf = (product, option) => `/pictures/${product.slug}/${option}.svg`;

const capitalised = (text) => text[0].toUpperCase() + text.slice(1);

/** The gallery of a product in one glaze or colour. */
export function picturesOf(product, option) {
  const { id, name } = optionOf(product, option);
  const inColour = `in ${name.toLowerCase()}`;
  return [
    { src: `/pictures/${product.slug}/${id}-at-home.svg`, alt: `${capitalised(product.atHome)}, ${inColour}` },
    { src: pictureOf(product, id), alt: `${capitalised(product.pictured)}, ${inColour}` },
    { src: pictureOf(product, id), alt: `A closer look at the surface, ${inColour}`, close: true },
    { src: "/pictures/parcel.svg", alt: "A parcel in brown paper with white twine and a hand-written card" },
  ];
}
