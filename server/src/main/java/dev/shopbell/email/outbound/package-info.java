/// What leaves for a store by e-mail: every mail of a store, and the answers to customers who are
/// not there.
@NullMarked
package dev.shopbell.email.outbound;

import org.jspecify.annotations.NullMarked;
