/// How a store vouches for who its customers are.
@NullMarked
package dev.shopbell.integration.identity;

import org.jspecify.annotations.NullMarked;
