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
}
