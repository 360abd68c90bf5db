package dev.shopbell.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Says where everything is and who can sign in: to people on the terminal, to programs in
/// `target/demo.json`.
@Singleton
final class DemoLinks {

    private final ObjectMapper json;
    private final Path file;

    DemoLinks(
            ObjectMapper json,
            @ConfigProperty(name = "shopbell.demo-file", defaultValue = "target/demo.json")
                    Path file) {
        this.json = json;
        this.file = file;
    }

    /// @param smtp where a mail program hands mail over
    record Links(
            String inbox,
            String store,
            String mailbox,
            String smtp,
            String api,
            String storeKey,
            List<SignIn> staff) {}

    record SignIn(String email, String password, String role) {}

    void tell(Links links) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            json.writer(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), links);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuilder text = new StringBuilder("\nShopbell demo\n");
        text.append("  Shop   ").append(links.store()).append('\n');
        text.append("  Inbox  ").append(links.inbox()).append('\n');
        text.append("  Mail   ").append(links.mailbox()).append("\n\nSign in as\n");
        for (SignIn staff : links.staff()) {
            text.append(
                    "  %-28s %-28s %s%n".formatted(staff.email(), staff.password(), staff.role()));
        }
        System.out.println(text);
    }
}
