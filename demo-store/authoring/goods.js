import { linkTo, PRODUCTS, pictureOf } from "../shop/products.js";

/** What the shop sells, for its back end, as `[path, text]`. */
export const goods = () => [
  "products.json",
  `${JSON.stringify(
    PRODUCTS.map((product) => ({
      id: product.slug,
      title: product.name,
      url: linkTo(product),
      imageUrl: pictureOf(product, product.choice.options[0].id),
      price: product.price,
      was: product.was,
      options: product.choice.options.map(({ id, name }) => ({ id, title: name, imageUrl: pictureOf(product, id) })),
    })),
    null,
    2,
  )}\n`,
];
