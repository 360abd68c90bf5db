/// Who writes, for staff who may see the conversation.
@NullMarked
package dev.shopbell.inbox.profile;

import org.jspecify.annotations.NullMarked;
