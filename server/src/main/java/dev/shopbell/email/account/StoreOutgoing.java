package dev.shopbell.email.account;

import dev.shopbell.platform.mail.InstallationSmtp;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A store writes from its own address by its own server, where it has one in use; else from the
/// address of the installation, in its own name.
@Singleton
final class StoreOutgoing implements Outgoing {

    private final EmailAccounts accounts;
    private final InstallationSmtp mail;
    private final InstallationMail installation;

    StoreOutgoing(EmailAccounts accounts, InstallationSmtp mail, InstallationMail installation) {
        this.accounts = accounts;
        this.mail = mail;
        this.installation = installation;
    }

    @Override
    public Optional<OutgoingAccount> of(Store store) {
        return accounts.used(store.id())
                .map(own ->
                        new OutgoingAccount(
                                own.smtp(),
                                named(own.fromAddress().value(), own.fromName()),
                                own.plusAddressing(),
                                accounts.hears(store.id(), own)))
                .or(() -> ofInstallation(store));
    }

    private Optional<OutgoingAccount> ofInstallation(Store store) {
        return mail.server()
                .flatMap(server ->
                        mail.from()
                                .map(from ->
                                        new OutgoingAccount(
                                                server,
                                                named(from.getAddress(), store.name()),
                                                mail.plusAddressing(),
                                                installation.reads())));
    }

    private static InternetAddress named(String address, String name) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
