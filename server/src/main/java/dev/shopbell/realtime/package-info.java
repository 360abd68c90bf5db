/// Sockets: telling both sides what is new.
@NullMarked
package dev.shopbell.realtime;

import org.jspecify.annotations.NullMarked;
