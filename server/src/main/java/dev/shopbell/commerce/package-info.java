/// What a store's own systems tell: customers, products and orders.
@NullMarked
package dev.shopbell.commerce;

import org.jspecify.annotations.NullMarked;
