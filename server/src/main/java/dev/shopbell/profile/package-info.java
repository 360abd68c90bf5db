/// Who is writing, as far as staff may know: what the store's systems tell of a customer, and what
/// staff keep about them.
@NullMarked
package dev.shopbell.profile;

import org.jspecify.annotations.NullMarked;
