/// What a store's own systems tell of their customers.
@NullMarked
package dev.shopbell.commerce;

import org.jspecify.annotations.NullMarked;
