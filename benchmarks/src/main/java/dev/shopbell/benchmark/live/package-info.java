/// From posting to hearing, beside the least a server must do.
@NullMarked
package dev.shopbell.benchmark.live;

import org.jspecify.annotations.NullMarked;
