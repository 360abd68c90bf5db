/// Mail that comes in: read from mailboxes or taken at the door, and what becomes of it.
@NullMarked
package dev.shopbell.email.inbound;

import org.jspecify.annotations.NullMarked;
