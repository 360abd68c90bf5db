/// Questions that shoppers ask again and again, and their answers.
@NullMarked
package dev.shopbell.message.faq;

import org.jspecify.annotations.NullMarked;
