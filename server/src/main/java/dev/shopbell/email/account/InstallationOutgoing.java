package dev.shopbell.email.account;

import dev.shopbell.platform.mail.InstallationSmtp;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Every store writes from the address of the installation, in its own name.
@Singleton
final class InstallationOutgoing implements Outgoing {

    private final InstallationSmtp mail;

    InstallationOutgoing(InstallationSmtp mail) {
        this.mail = mail;
    }

    @Override
    public Optional<OutgoingAccount> of(Store store) {
        return mail.server()
                .flatMap(server ->
                        mail.from()
                                .map(from ->
                                        new OutgoingAccount(
                                                server,
                                                named(from.getAddress(), store.name()),
                                                mail.plusAddressing())));
    }

    private static InternetAddress named(String address, String name) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
