/// The one thread between a customer and a store, and who may see it.
@NullMarked
package dev.shopbell.conversation;

import org.jspecify.annotations.NullMarked;
