/// Asking people to work in a store.
@NullMarked
package dev.shopbell.staff.invitation;

import org.jspecify.annotations.NullMarked;
