/// The installation's one secret, and files that only their owner may read.
@NullMarked
package dev.shopbell.platform.secret;

import org.jspecify.annotations.NullMarked;
