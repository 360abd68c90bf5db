package dev.shopbell.customer;

import dev.shopbell.platform.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/// A customer as far as it matters who they are.
///
/// @param linkedBy how it is known who they are at the store: `token`, `email`, `staff`; null when
///   it is not
/// @param emailVouched whether the store said something about the address, good or bad
public record Person(
        CustomerId id,
        @Nullable String name,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String shopCustomer,
        @Nullable String linkedBy,
        boolean emailVouched) {

    /// Whether what they did before, not signed in, may count as done by the person that the store
    /// now vouches for: nothing is known that would make them somebody else. What staff believe, or
    /// what was typed, is nothing.
    public boolean mayBe(Vouched vouched) {
        if (linkedBy == null || linkedBy.equals("staff")) {
            return !emailVerified || (vouched.emailVerified() && isAt(vouched.email()));
        }
        return vouched.shopCustomer().equals(shopCustomer);
    }

    /// Whether the store says who they are.
    public boolean isVouchedFor() {
        return "token".equals(linkedBy);
    }

    /// Whether what they did before may count as done by whoever has now proven to have an address:
    /// it is the one they gave. Who gave none may have been led here by somebody else's link, and
    /// would give them all that was written.
    public boolean mayHave(EmailAddress proven) {
        return !isVouchedFor() && !emailVerified && isAt(proven.value());
    }

    /// Whether all that is vouched for is known of them.
    public boolean is(Vouched vouched) {
        return isVouchedFor()
                && vouched.shopCustomer().equals(shopCustomer)
                && (vouched.name() == null || vouched.name().equals(name))
                && (vouched.email() == null
                        || (vouched.email().equals(email)
                                && vouched.emailVerified() == emailVerified));
    }

    /// Whether that is the address they gave.
    public boolean isAt(@Nullable String address) {
        return email != null && email.equalsIgnoreCase(address);
    }

    @Override
    public String toString() {
        return "***";
    }
}
