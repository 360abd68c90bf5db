/// Mail that leaves: fixed as a row in the caller's transaction, sent by a job. Knows nothing of
/// what mails say.
@NullMarked
package dev.shopbell.platform.mail;

import org.jspecify.annotations.NullMarked;
