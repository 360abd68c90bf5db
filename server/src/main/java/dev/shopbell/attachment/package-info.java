/// Images and videos that belong to conversations.
@NullMarked
package dev.shopbell.attachment;

import org.jspecify.annotations.NullMarked;
