/// The staff's door: what they see and do over HTTP.
@NullMarked
package dev.shopbell.inbox;

import org.jspecify.annotations.NullMarked;
