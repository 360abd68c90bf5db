/// The tenant: a store, where its pages are, and its settings.
@NullMarked
package dev.shopbell.store;

import org.jspecify.annotations.NullMarked;
