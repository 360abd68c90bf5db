package dev.shopbell.email.account;

import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.WebOrigin;
import dev.shopbell.platform.launch.LaunchException;
import dev.shopbell.platform.mail.MailSettings;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Where a store's provider is to send its mail on to: one address of each store, at the host that
/// brings mail to the door of this installation. Whoever knows the store's public key knows it:
/// writing there proves as little as writing to any other address of the store.
@Singleton
final class ForwardingAddresses {

    private static final String PREFIX = "store-";

    private final MailSettings settings;
    private final Installation installation;
    private final Stores stores;

    ForwardingAddresses(MailSettings settings, Installation installation, Stores stores) {
        if (settings.host().isPresent()
                && settings.host().flatMap(ForwardingAddresses::fit).isEmpty()) {
            throw new LaunchException(
                    "SHOPBELL_MAIL_HOST is the name of a host: mail.example.com.");
        }
        this.settings = settings;
        this.installation = installation;
        this.stores = stores;
    }

    /// Empty without a door, and where no other mail server could find this one by its name.
    Optional<EmailAddress> of(StoreId store) {
        return host().flatMap(
                        host -> EmailAddress.parse(PREFIX + stores.get(store).key() + "@" + host));
    }

    Optional<StoreId> storeOf(EmailAddress address) {
        String value = address.value();
        return host().filter(host -> value.startsWith(PREFIX) && value.endsWith("@" + host))
                .flatMap(host ->
                        stores.idWithKey(
                                value.substring(
                                        PREFIX.length(), value.length() - host.length() - 1)));
    }

    private Optional<String> host() {
        return settings.smtpDoor()
                .flatMap(_ -> settings.host().or(this::hostOfPages))
                .flatMap(ForwardingAddresses::fit);
    }

    /// As it stands in addresses.
    private static Optional<String> fit(String host) {
        return EmailAddress.parse(PREFIX + "@" + host)
                .map(address -> address.value().substring(PREFIX.length() + 1));
    }

    private Optional<String> hostOfPages() {
        return installation
                .publicUrl()
                .flatMap(url -> WebOrigin.parse(url.origin()))
                .map(WebOrigin::host);
    }
}
