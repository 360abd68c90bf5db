/// The picture that a store's mails bear.
@NullMarked
package dev.shopbell.email.logo;

import org.jspecify.annotations.NullMarked;
