/// What the pages of a store tell of who looks at them: what is in their cart, and which page they
/// were on when they wrote.
@NullMarked
package dev.shopbell.browsing;

import org.jspecify.annotations.NullMarked;
