package dev.shopbell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.store.StoreSettings.Asked;
import dev.shopbell.store.StoreSettings.ContactFields;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final ContactFields BOTH = new ContactFields(Asked.REQUIRED, Asked.REQUIRED);
    private static final ContactFields EITHER = new ContactFields(Asked.OPTIONAL, Asked.OPTIONAL);
    private static final ContactFields NEITHER = new ContactFields(Asked.OFF, Asked.OFF);

    @Test
    void whatWasTypedIsTidied() {
        Contact contact = Contact.checked(" Anna@Example.COM ", "\u00a0Anna \n Kowalska ", BOTH);

        assertThat(contact).isEqualTo(new Contact("anna@example.com", "Anna Kowalska"));
    }

    @Test
    void blanksAreNothing() {
        assertThat(Contact.checked(" \u00a0", "\u200b", EITHER)).isEqualTo(Contact.NONE);
    }

    @Test
    void whatTheStoreDoesNotAskForIsDroppedUnread() {
        assertThat(Contact.checked("not an address", "x".repeat(1_000), NEITHER))
                .isEqualTo(Contact.NONE);
    }

    @Test
    void whatTheStoreInsistsOnMustBeThere() {
        assertRefused(
                () -> Contact.NONE.checkComplete(BOTH),
                CustomerRefusal.CONTACT_EMAIL_REQUIRED,
                "contact.email");
        assertRefused(
                () -> new Contact("anna@example.com", null).checkComplete(BOTH),
                CustomerRefusal.CONTACT_NAME_REQUIRED,
                "contact.name");
    }

    @Test
    void whatTheStoreDoesNotInsistOnMayBeMissing() {
        Contact.NONE.checkComplete(EITHER);
        Contact.NONE.checkComplete(NEITHER);
    }

    @Test
    void anAddressIsWholeAndOfALengthThatMailTakes() {
        assertRefused(
                () -> Contact.checked("anna@example", null, EITHER),
                CustomerRefusal.CONTACT_EMAIL_INCOMPLETE,
                "contact.email");
        assertRefused(
                () -> Contact.checked("a".repeat(250) + "@example.com", null, EITHER),
                CustomerRefusal.CONTACT_EMAIL_TOO_LONG,
                "contact.email");
    }

    @Test
    void aNameHasAHundredCharactersAtMost() {
        assertThat(Contact.checked(null, "👍".repeat(100), EITHER).name()).hasSize(200);
        assertRefused(
                () -> Contact.checked(null, "👍".repeat(101), EITHER),
                CustomerRefusal.CONTACT_NAME_TOO_LONG,
                "contact.name");
    }

    @Test
    void aNameCanBeStored() {
        assertRefused(
                () -> Contact.checked(null, "An\0na", EITHER),
                CustomerRefusal.CONTACT_NAME_INVALID,
                "contact.name");
        assertRefused(
                () -> Contact.checked(null, "Anna \ud83d", EITHER),
                CustomerRefusal.CONTACT_NAME_INVALID,
                "contact.name");
    }

    @Test
    void neverShowsItselfInALog() {
        assertThat(new Contact("anna@example.com", "Anna")).hasToString("***");
    }

    private static void assertRefused(
            ThrowingCallable work, CustomerRefusal expected, String field) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.refusal()).isEqualTo(expected);
                            assertThat(refused.field()).isEqualTo(field);
                        });
    }
}
