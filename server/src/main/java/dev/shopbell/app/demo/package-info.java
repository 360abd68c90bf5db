/// The demo: a shop, its staff, and what their customers wrote.
@NullMarked
package dev.shopbell.app.demo;

import org.jspecify.annotations.NullMarked;
