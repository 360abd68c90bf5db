package dev.shopbell.email.account;

import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.store.StoreId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A folder of an account that mail comes into. A value: whoever changes how to get in has another
/// one.
///
/// @param store whose mail it is; null when that depends on the mail
public record Mailbox(@Nullable StoreId store, MailServer server, String folder) {

    private static final int BYTES_OF_NAME = 16;

    /// The same for as long as the same mails are in it, whatever the password is by now.
    public String name() {
        MailServer.Login login = server.login();
        String what =
                String.join(
                        "\n",
                        server.host(),
                        Integer.toString(server.port()),
                        login == null ? "" : login.user(),
                        folder,
                        store == null ? "" : store.value().toString());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES_OF_NAME));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
