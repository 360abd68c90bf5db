/// Bytes that are kept, whatever they are.
@NullMarked
package dev.shopbell.platform.blob;

import org.jspecify.annotations.NullMarked;
