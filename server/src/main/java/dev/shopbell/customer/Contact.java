package dev.shopbell.customer;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.store.StoreSettings.Asked;
import dev.shopbell.store.StoreSettings.ContactFields;
import org.jspecify.annotations.Nullable;

/// How a visitor says they can be reached and called. It proves nothing.
public record Contact(@Nullable String email, @Nullable String name) {

    public static final Contact NONE = new Contact(null, null);

    private static final int NAME_LENGTH = 100;

    /// What was typed, tidied; refused when it cannot be right. What the store does not ask for is
    /// dropped.
    public static Contact checked(
            @Nullable String email, @Nullable String name, ContactFields asked) {
        return new Contact(
                asked.email() == Asked.OFF ? null : checkedEmail(email),
                asked.name() == Asked.OFF ? null : checkedName(name));
    }

    /// Refuses when the store insists on something that is missing.
    public void checkComplete(ContactFields asked) {
        if (asked.email() == Asked.REQUIRED && email == null) {
            throw new RefusedException(CustomerRefusal.CONTACT_EMAIL_REQUIRED, "contact.email");
        }
        if (asked.name() == Asked.REQUIRED && name == null) {
            throw new RefusedException(CustomerRefusal.CONTACT_NAME_REQUIRED, "contact.name");
        }
    }

    private static @Nullable String checkedEmail(@Nullable String typed) {
        if (typed == null || !PlainText.isVisible(typed)) {
            return null;
        }
        if (PlainText.length(PlainText.stripped(typed)) > EmailAddress.MAX_LENGTH) {
            throw new RefusedException(CustomerRefusal.CONTACT_EMAIL_TOO_LONG, "contact.email");
        }
        return EmailAddress.parse(typed)
                .map(EmailAddress::value)
                .orElseThrow(() ->
                        new RefusedException(
                                CustomerRefusal.CONTACT_EMAIL_INCOMPLETE, "contact.email"));
    }

    private static @Nullable String checkedName(@Nullable String typed) {
        if (typed == null || !PlainText.isVisible(typed)) {
            return null;
        }
        String name = PlainText.shortened(typed, Integer.MAX_VALUE);
        if (!PlainText.isStorable(name)) {
            throw new RefusedException(CustomerRefusal.CONTACT_NAME_INVALID, "contact.name");
        }
        if (PlainText.length(name) > NAME_LENGTH) {
            throw new RefusedException(CustomerRefusal.CONTACT_NAME_TOO_LONG, "contact.name");
        }
        return name;
    }

    @Override
    public String toString() {
        return "***";
    }
}
