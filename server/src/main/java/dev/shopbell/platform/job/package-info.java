/// Work that runs by the clock.
@NullMarked
package dev.shopbell.platform.job;

import org.jspecify.annotations.NullMarked;
