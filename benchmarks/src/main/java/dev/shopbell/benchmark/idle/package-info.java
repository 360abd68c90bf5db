/// What open sockets cost.
@NullMarked
package dev.shopbell.benchmark.idle;

import org.jspecify.annotations.NullMarked;
