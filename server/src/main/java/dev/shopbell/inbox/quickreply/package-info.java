/// Quick replies for staff: using them, and keeping them.
@NullMarked
package dev.shopbell.inbox.quickreply;

import org.jspecify.annotations.NullMarked;
