package dev.shopbell.email.account;

import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Optional;

/// Where stores' mail comes in. What was set can change at any time: whoever reads mailboxes asks
/// again now and then, and closes what is not named any more.
public interface Incoming {

    List<Mailbox> mailboxes();

    /// The store that mail to this address is meant for when nothing else in it says so; a tag
    /// behind `+` is no part of it.
    Optional<StoreId> storeOf(EmailAddress address);

    /// The store whose mail a provider sends on to this address; empty when it is no such address.
    Optional<StoreId> forwardedTo(EmailAddress address);

    /// Whether a test that runs now waits for mail to this address, which may be nobody's yet.
    boolean isInTest(EmailAddress address);
}
