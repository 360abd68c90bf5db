/// Rules for text that people type.
@NullMarked
package dev.shopbell.platform.text;

import org.jspecify.annotations.NullMarked;
