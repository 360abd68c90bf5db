package dev.shopbell.notification.push;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import com.zerodeplibs.webpush.key.MalformedUncompressedBytesException;
import dev.shopbell.platform.http.RefusedException;
import java.net.URI;
import java.util.Base64;

/// A browser that asked to be told: where it is reached, and the keys only it can open.
final class Browser {

    private static final int AUTH_BYTES = 16;

    private final Endpoint endpoint;
    private final byte[] publicKey;
    private final byte[] authSecret;

    private Browser(Endpoint endpoint, byte[] publicKey, byte[] authSecret) {
        this.endpoint = endpoint;
        this.publicKey = publicKey;
        this.authSecret = authSecret;
    }

    /// As a browser writes it; refused when it can be none.
    static Browser parse(Endpoint endpoint, String p256dh, String auth) {
        Browser parsed =
                new Browser(endpoint, bytes(p256dh, "keys.p256dh"), bytes(auth, "keys.auth"));
        if (parsed.authSecret.length != AUTH_BYTES) {
            throw new RefusedException(PushRefusal.SUBSCRIPTION_INVALID, "keys.auth");
        }
        try {
            parsed.keys();
            return parsed;
        } catch (MalformedUncompressedBytesException
                | InvalidECPublicKeyException
                | IllegalArgumentException _) {
            throw new RefusedException(PushRefusal.SUBSCRIPTION_INVALID, "keys.p256dh");
        }
    }

    static Browser known(String endpoint, byte[] publicKey, byte[] authSecret) {
        return new Browser(new Endpoint(URI.create(endpoint)), publicKey, authSecret);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    byte[] publicKey() {
        return publicKey;
    }

    byte[] authSecret() {
        return authSecret;
    }

    UserAgentMessageEncryptionKeyInfo keys() {
        return UserAgentMessageEncryptionKeyInfo.of(publicKey, authSecret);
    }

    private static byte[] bytes(String base64Url, String field) {
        try {
            return Base64.getUrlDecoder().decode(base64Url);
        } catch (IllegalArgumentException _) {
            throw new RefusedException(PushRefusal.SUBSCRIPTION_INVALID, field);
        }
    }
}
