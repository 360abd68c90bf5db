import { PRODUCTS, CATEGORIES } from "../../shop/products.js";
import { arabicHome } from "./arabic.js";
import { cart, checkout, order, orders, search, signIn } from "./buying.js";
import { category } from "./category.js";
import { home } from "./home.js";
import { care, delivery, journal, privacy } from "./reading.js";
import { product } from "./product.js";

/** Every page of the shop, as `[path, text]`. */
export const pages = () => [
  home(),
  arabicHome(),
  ...CATEGORIES.map(category),
  ...PRODUCTS.map(product),
  search(),
  cart(),
  checkout(),
  order(),
  orders(),
  signIn(),
  journal(),
  delivery(),
  care(),
  privacy(),
];
