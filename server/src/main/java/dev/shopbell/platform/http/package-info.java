/// What every HTTP answer has in common: refusals, origins, limits.
@NullMarked
package dev.shopbell.platform.http;

import org.jspecify.annotations.NullMarked;
