/// Saying why the program cannot start.
@NullMarked
package dev.shopbell.platform.launch;

import org.jspecify.annotations.NullMarked;
