/// API keys for staff: making and revoking them.
@NullMarked
package dev.shopbell.inbox.apikey;

import org.jspecify.annotations.NullMarked;
