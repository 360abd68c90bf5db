/// Telling stores' own systems of what happens: signed requests, in order, at least once.
@NullMarked
package dev.shopbell.webhook;

import org.jspecify.annotations.NullMarked;
