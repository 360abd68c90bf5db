/// What staff find of the shop to send, and how discount codes are applied.
@NullMarked
package dev.shopbell.inbox.card;

import org.jspecify.annotations.NullMarked;
