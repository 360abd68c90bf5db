/// People who can sign in, and what they may do in which store.
@NullMarked
package dev.shopbell.staff;

import org.jspecify.annotations.NullMarked;
