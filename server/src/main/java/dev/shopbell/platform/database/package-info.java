/// Transactions, the wall between stores, and migrations.
@NullMarked
package dev.shopbell.platform.database;

import org.jspecify.annotations.NullMarked;
