/// The PostgreSQL we bring along: unpacked, set up, watched over and stopped.
@NullMarked
package dev.shopbell.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
