/// Where a store's mail comes in.
@NullMarked
package dev.shopbell.email.account;

import org.jspecify.annotations.NullMarked;
