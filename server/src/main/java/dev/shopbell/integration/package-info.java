/// How a store's own systems are let in.
@NullMarked
package dev.shopbell.integration;

import org.jspecify.annotations.NullMarked;
