/// Telling staff of customers' messages where they are: by e-mail, in their browser. Each person
/// chooses for themselves, and nobody is told of what they may not see.
@NullMarked
package dev.shopbell.notification;

import org.jspecify.annotations.NullMarked;
