package dev.shopbell.email.outbound;

import dev.shopbell.email.mime.MailKind;
import dev.shopbell.platform.secret.InstallationSecret;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HexFormat;

/// The header by which this installation knows its own mails again, should one come back.
@Singleton
public final class OwnMark {

    public static final String HEADER = MailKind.INSTALLATION_HEADER;

    private static final int BYTES = 12;

    private final String value;

    OwnMark(InstallationSecret secret) {
        byte[] key = secret.keyFor("mark of own mails", "RAW").getEncoded();
        this.value = HexFormat.of().formatHex(Arrays.copyOf(key, BYTES));
    }

    public String value() {
        return value;
    }
}
