/// The shopper's door: loader, panel, and what they do over HTTP.
@NullMarked
package dev.shopbell.widget;

import org.jspecify.annotations.NullMarked;
