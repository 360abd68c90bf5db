/// Starting and wiring the server.
@NullMarked
package dev.shopbell.app;

import org.jspecify.annotations.NullMarked;
