/// From the command line to a running server, and back to the prompt without leaving anything
/// behind.
@NullMarked
package dev.shopbell.app.launch;

import org.jspecify.annotations.NullMarked;
