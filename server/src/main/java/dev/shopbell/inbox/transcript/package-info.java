/// A whole thread as a file.
@NullMarked
package dev.shopbell.inbox.transcript;

import org.jspecify.annotations.NullMarked;
