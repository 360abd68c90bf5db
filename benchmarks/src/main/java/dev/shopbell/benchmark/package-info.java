/// What the product promises in numbers, measured from outside.
@NullMarked
package dev.shopbell.benchmark;

import org.jspecify.annotations.NullMarked;
