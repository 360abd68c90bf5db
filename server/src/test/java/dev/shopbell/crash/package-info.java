/// Attacks on the promise that what was acknowledged is stored exactly once: processes are killed
/// while people write, and afterwards everything is counted.
@NullMarked
package dev.shopbell.crash;

import org.jspecify.annotations.NullMarked;
