/// Quick replies: answers that were prepared, and which of them fit what a customer wrote.
@NullMarked
package dev.shopbell.message.quickreply;

import org.jspecify.annotations.NullMarked;
