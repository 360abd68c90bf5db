/// Who writes to a store.
@NullMarked
package dev.shopbell.customer;

import org.jspecify.annotations.NullMarked;
