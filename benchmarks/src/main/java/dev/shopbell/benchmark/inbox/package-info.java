/// What staff open all day, in a store with a thousand conversations and in one with a million.
@NullMarked
package dev.shopbell.benchmark.inbox;

import org.jspecify.annotations.NullMarked;
