/// Languages and time zones.
@NullMarked
package dev.shopbell.platform.i18n;

import org.jspecify.annotations.NullMarked;
