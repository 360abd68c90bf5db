/// What is said in a conversation.
@NullMarked
package dev.shopbell.message;

import org.jspecify.annotations.NullMarked;
