/// What knows nothing of shops: database, HTTP, identifiers.
@NullMarked
package dev.shopbell.platform;

import org.jspecify.annotations.NullMarked;
