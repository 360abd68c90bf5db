package dev.shopbell.email.inbound;

import dev.shopbell.store.StoreId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes one mail, whichever way it came. When it returns, what became of the mail is committed.
@FunctionalInterface
interface MailTaker {

    /// Takes it whole or not at all.
    ///
    /// @param store whose mailbox it came to; null: it may be any store's
    /// @param recipients of the envelope; empty when only the headers tell
    Became take(@Nullable StoreId store, List<String> recipients, InputStream mail)
            throws IOException;
}
