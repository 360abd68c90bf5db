/// FAQs for staff: keeping them.
@NullMarked
package dev.shopbell.inbox.faq;

import org.jspecify.annotations.NullMarked;
