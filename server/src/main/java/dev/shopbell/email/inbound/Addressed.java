package dev.shopbell.email.inbound;

import dev.shopbell.platform.text.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom a mail is to: a mailbox, and what stands behind the plus sign in its name, which mail
/// servers hand on as it is but for its case.
record Addressed(EmailAddress mailbox, @Nullable String tag) {

    static Optional<Addressed> parse(String written) {
        return EmailAddress.parse(written).map(Addressed::of);
    }

    static Addressed of(EmailAddress address) {
        String value = address.value();
        int at = value.lastIndexOf('@');
        int plus = value.indexOf('+');
        return plus > 0 && plus < at
                ? new Addressed(
                        new EmailAddress(value.substring(0, plus) + value.substring(at)),
                        value.substring(plus + 1, at))
                : new Addressed(address, null);
    }
}
