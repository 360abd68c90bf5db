/// Finding what was said and who said it, inside what the searcher may see.
@NullMarked
package dev.shopbell.search;

import org.jspecify.annotations.NullMarked;
