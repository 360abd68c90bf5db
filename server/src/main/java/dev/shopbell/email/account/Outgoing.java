package dev.shopbell.email.account;

import dev.shopbell.store.Store;
import java.util.Optional;

/// Knows how the mail of each store leaves.
public interface Outgoing {

    /// Empty when it has no way out.
    Optional<OutgoingAccount> of(Store store);
}
