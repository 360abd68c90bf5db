/// Web Push: reaching a browser in which no page of the inbox is open (RFC 8030, 8291, 8292).
@NullMarked
package dev.shopbell.notification.push;

import org.jspecify.annotations.NullMarked;
