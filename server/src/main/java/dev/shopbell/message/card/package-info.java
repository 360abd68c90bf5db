/// What staff send besides words and files: products and discount codes.
@NullMarked
package dev.shopbell.message.card;

import org.jspecify.annotations.NullMarked;
