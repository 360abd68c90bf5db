/// Who has a page of the store open.
@NullMarked
package dev.shopbell.presence;

import org.jspecify.annotations.NullMarked;
