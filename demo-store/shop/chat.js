import { cartLines, whenCartChanges } from "./cart.js";
import { shopper } from "./office.js";
import { linkTo, pictureOf } from "./products.js";

/** Now, or as soon as the chat's script is there. */
const inChat = (call) => (window.Shopbell ??= []).push(call);

const itemOf = ({ product, option, quantity }) => ({
  productId: product.slug,
  title: product.name,
  variant: option.name,
  url: linkTo(product, option.id),
  imageUrl: pictureOf(product, option.id),
  price: product.price,
  quantity,
});

whenCartChanges(() => {
  const items = cartLines().map(itemOf);
  inChat(() => window.Shopbell.cart({ currency: "EUR", items }));
});

const who = await shopper();
if (who?.token) inChat(() => window.Shopbell.identify(who.token));
