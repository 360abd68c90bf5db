/// Forgetting a store's customer: all that is known of them and all they wrote.
@NullMarked
package dev.shopbell.erasure;

import org.jspecify.annotations.NullMarked;
