/// A whole shop's customers and orders, told through the API.
@NullMarked
package dev.shopbell.benchmark.imports;

import org.jspecify.annotations.NullMarked;
