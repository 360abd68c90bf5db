package dev.shopbell.widget;

import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.platform.http.ClientAddress;
import dev.shopbell.platform.secret.InstallationSecret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Where the shopper of the current request writes from.
@Singleton
final class NetworkTraces {

    private static final String ALGORITHM = "HmacSHA256";

    private final ClientAddress address;
    private final SecretKey key;

    NetworkTraces(ClientAddress address, InstallationSecret secret) {
        this.address = address;
        this.key = secret.keyFor("network-trace", ALGORITHM);
    }

    NetworkTrace current() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(address.key().getBytes(StandardCharsets.UTF_8));
            return new NetworkTrace(HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
