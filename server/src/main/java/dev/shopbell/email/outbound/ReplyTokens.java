package dev.shopbell.email.outbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Marks in the addresses that our mails ask to be answered at, `chat+r-…@`, and to be returned to,
/// `chat+b-…@`: whoever has one was written to by us. Nothing of them is stored. In letters and
/// digits that survive a mail system which writes everything in capitals.
@Singleton
public final class ReplyTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567"; // RFC 4648, base32
    private static final int BITS = 5;
    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 10;
    private static final int LENGTH = ((ID_BYTES + MAC_BYTES) * Byte.SIZE + BITS - 1) / BITS;

    private final SecretKey key;

    ReplyTokens(InstallationSecret secret) {
        this.key = secret.keyFor("reply token 1", ALGORITHM);
    }

    /// What an address claims, not yet proven.
    @SuppressWarnings("ArrayRecordComponent") // compared by content where it is compared
    public record Claim(UUID id, byte[] mac) {}

    /// `r-` and 42 letters: an answer to it is this recipient's, in this conversation.
    public String reply(StoreId store, ConversationId conversation, EmailAddress recipient) {
        return "r-" + written(conversation.value(), replyMac(store, conversation, recipient));
    }

    /// `b-` and 42 letters: what comes back to it is this mail.
    public String bounce(StoreId store, MailId mail) {
        return "b-" + written(mail.value(), bounceMac(store, mail));
    }

    /// Reads a mark of answers; empty when it is none.
    public static Optional<Claim> readReply(String mark) {
        return read(mark, "r-");
    }

    /// Reads a mark of returned mails; empty when it is none.
    public static Optional<Claim> readBounce(String mark) {
        return read(mark, "b-");
    }

    /// Whether we made this mark for this recipient of this store's mail.
    public boolean holds(Claim claim, StoreId store, EmailAddress recipient) {
        ConversationId conversation = new ConversationId(claim.id());
        return MessageDigest.isEqual(claim.mac(), replyMac(store, conversation, recipient));
    }

    /// Whether we made this mark for this store's mail.
    public boolean holds(Claim claim, StoreId store) {
        return MessageDigest.isEqual(claim.mac(), bounceMac(store, new MailId(claim.id())));
    }

    private byte[] replyMac(StoreId store, ConversationId conversation, EmailAddress recipient) {
        return mac("reply", store.value(), conversation.value(), recipient.value());
    }

    private byte[] bounceMac(StoreId store, MailId mail) {
        return mac("bounce", store.value(), mail.value(), "");
    }

    private byte[] mac(String purpose, UUID store, UUID id, String recipient) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String said = purpose + " " + store + " " + id + " " + recipient;
            return Arrays.copyOf(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    private static String written(UUID id, byte[] mac) {
        byte[] bytes =
                ByteBuffer.allocate(ID_BYTES + MAC_BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .put(mac)
                        .array();
        StringBuilder letters = new StringBuilder(LENGTH);
        for (int letter = 0; letter < LENGTH; letter++) {
            int value = 0;
            for (int bit = letter * BITS; bit < (letter + 1) * BITS; bit++) {
                value = value << 1 | bit(bytes, bit);
            }
            letters.append(LETTERS.charAt(value));
        }
        return letters.toString();
    }

    private static int bit(byte[] bytes, int at) {
        int index = at / Byte.SIZE;
        return index < bytes.length ? bytes[index] >> (Byte.SIZE - 1 - at % Byte.SIZE) & 1 : 0;
    }

    private static Optional<Claim> read(String mark, String prefix) {
        String small = mark.toLowerCase(Locale.ROOT);
        if (!small.startsWith(prefix) || small.length() != prefix.length() + LENGTH) {
            return Optional.empty();
        }
        byte[] bytes = new byte[ID_BYTES + MAC_BYTES];
        for (int letter = 0; letter < LENGTH; letter++) {
            int value = LETTERS.indexOf(small.charAt(prefix.length() + letter));
            if (value < 0) {
                return Optional.empty();
            }
            for (int place = 0; place < BITS; place++) {
                int at = letter * BITS + place;
                if (at < bytes.length * Byte.SIZE && (value >> (BITS - 1 - place) & 1) == 1) {
                    bytes[at / Byte.SIZE] |= (byte) (1 << (Byte.SIZE - 1 - at % Byte.SIZE));
                }
            }
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        UUID id = new UUID(read.getLong(), read.getLong());
        return Optional.of(new Claim(id, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length)));
    }
}
