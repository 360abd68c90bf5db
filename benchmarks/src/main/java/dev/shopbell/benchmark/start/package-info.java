/// How long starting takes.
@NullMarked
package dev.shopbell.benchmark.start;

import org.jspecify.annotations.NullMarked;
