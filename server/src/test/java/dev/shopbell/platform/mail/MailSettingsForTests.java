package dev.shopbell.platform.mail;

import java.time.Duration;
import java.util.Optional;

/// Mail leaves by this server.
record MailSettingsForTests(
        String url,
        boolean privateAddresses,
        boolean anyPort,
        Duration answersWithin,
        Duration takesWithin)
        implements MailSettings {

    MailSettingsForTests(String url, boolean privateAddresses, boolean anyPort) {
        this(url, privateAddresses, anyPort, Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    @Override
    public Optional<String> smtpUrl() {
        return Optional.of(url);
    }

    @Override
    public Optional<String> from() {
        return Optional.of("chat@hearthlow.example");
    }

    @Override
    public Optional<String> imapUrl() {
        return Optional.empty();
    }

    @Override
    public Optional<String> smtpDoor() {
        return Optional.empty();
    }

    @Override
    public Optional<String> host() {
        return Optional.empty();
    }

    @Override
    public boolean plusAddressing() {
        return false;
    }

    @Override
    public String nameServers() {
        return "dns:";
    }

    @Override
    public Duration testWaits() {
        return Duration.ofSeconds(10);
    }
}
