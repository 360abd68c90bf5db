/// What the server tells those who run it.
@NullMarked
package dev.shopbell.platform.telemetry;

import org.jspecify.annotations.NullMarked;
