/// Settings > Developers > Identity.
@NullMarked
package dev.shopbell.inbox.identity;

import org.jspecify.annotations.NullMarked;
