/// Connections by the thousand on one thread.
@NullMarked
package dev.shopbell.benchmark.load;

import org.jspecify.annotations.NullMarked;
