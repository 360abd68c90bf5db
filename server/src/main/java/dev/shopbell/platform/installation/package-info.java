/// What is true of this whole installation: its history and its public address.
@NullMarked
package dev.shopbell.platform.installation;

import org.jspecify.annotations.NullMarked;
