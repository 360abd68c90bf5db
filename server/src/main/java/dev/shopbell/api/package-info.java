/// The door for stores' own systems: `/api/v1`.
@NullMarked
package dev.shopbell.api;

import org.jspecify.annotations.NullMarked;
