package dev.shopbell.inbox.profile;

import dev.shopbell.commerce.Marketing;
import dev.shopbell.commerce.PossibleMatches.Match;
import dev.shopbell.commerce.PostalAddress;
import dev.shopbell.commerce.ShopCustomer;
import dev.shopbell.customer.LinkedBy;
import dev.shopbell.profile.Link;
import dev.shopbell.profile.Profile;
import dev.shopbell.profile.Writer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The wire form of who writes. `link` is null for somebody of whom it is not known which customer
/// of the store they are; only then are there possible matches.
record ProfileView(
        WhoWritesView writer, @Nullable LinkView link, PossibleMatchesView possibleMatches) {

    /// As they say, and as their browser says. The address proves nothing unless it is verified.
    record WhoWritesView(
            @Nullable String name,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String language,
            @Nullable String timeZone,
            Instant firstSeenAt) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /// `customer` is null while the store's systems have not told of them.
    record LinkView(String shopCustomer, LinkedBy by, @Nullable LinkedCustomerView customer) {}

    /// As the store's systems know them.
    record LinkedCustomerView(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            Marketing marketing,
            @Nullable PostalAddress address,
            @Nullable String language,
            @Nullable Instant registeredAt) {

        static LinkedCustomerView of(ShopCustomer customer) {
            return new LinkedCustomerView(
                    customer.name(),
                    customer.email(),
                    customer.phone(),
                    customer.marketing(),
                    customer.address(),
                    customer.language(),
                    customer.registeredAt());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /// How many there are, and those of them who bought last.
    record PossibleMatchesView(long count, List<Match> some) {}

    static ProfileView of(Profile profile) {
        Writer writer = profile.writer();
        return new ProfileView(
                new WhoWritesView(
                        writer.name(),
                        writer.email(),
                        writer.emailVerified(),
                        writer.language(),
                        writer.timeZone(),
                        writer.firstSeenAt()),
                link(writer.link(), profile.shopCustomer()),
                new PossibleMatchesView(
                        profile.possibleMatches().count(), profile.possibleMatches().some()));
    }

    private static @Nullable LinkView link(@Nullable Link link, @Nullable ShopCustomer customer) {
        return link == null
                ? null
                : new LinkView(
                        link.shopCustomer().value(),
                        link.by(),
                        customer == null ? null : LinkedCustomerView.of(customer));
    }
}
