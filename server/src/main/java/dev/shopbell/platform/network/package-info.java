/// Which addresses this server may be asked to connect to.
@NullMarked
package dev.shopbell.platform.network;

import org.jspecify.annotations.NullMarked;
