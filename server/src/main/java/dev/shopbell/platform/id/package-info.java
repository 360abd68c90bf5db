/// Identifiers.
@NullMarked
package dev.shopbell.platform.id;

import org.jspecify.annotations.NullMarked;
