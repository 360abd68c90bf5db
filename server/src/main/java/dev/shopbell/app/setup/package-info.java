/// The first run: making the owner and the store.
@NullMarked
package dev.shopbell.app.setup;

import org.jspecify.annotations.NullMarked;
