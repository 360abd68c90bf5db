/// What the numbers were measured on, and what they cost it.
@NullMarked
package dev.shopbell.benchmark.machine;

import org.jspecify.annotations.NullMarked;
