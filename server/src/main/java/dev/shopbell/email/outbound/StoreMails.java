package dev.shopbell.email.outbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.account.Outgoing;
import dev.shopbell.email.account.OutgoingAccount;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.job.Jobs;
import dev.shopbell.platform.mail.Delivery;
import dev.shopbell.platform.mail.MailHeaders;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.mail.Mime;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one way for a store's mail to leave. A mail is fixed, to the byte, in the transaction that
/// made it due, and leaves after that has committed; never if it does not.
@Singleton
public final class StoreMails {

    private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1

    private final Outgoing outgoing;
    private final Jobs jobs;
    private final SendStoreMail sendStoreMail;
    private final ReplyTokens tokens;
    private final OwnMark mark;
    private final Ids ids;
    private final InstantSource clock;

    StoreMails(
            Outgoing outgoing,
            Jobs jobs,
            SendStoreMail sendStoreMail,
            ReplyTokens tokens,
            OwnMark mark,
            Ids ids,
            InstantSource clock) {
        this.outgoing = outgoing;
        this.jobs = jobs;
        this.sendStoreMail = sendStoreMail;
        this.tokens = tokens;
        this.mark = mark;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this store's mail has a way out. Without one [#send] throws.
    public boolean canSend(Store store) {
        return outgoing.of(store).isPresent();
    }

    /// Whether what its recipients answer comes into the inbox.
    boolean hearsAnswers(Store store) {
        return outgoing.of(store).map(OutgoingAccount::hearsAnswers).orElse(false);
    }

    /// Fixes the mail and has it handed over.
    public MailId send(StoreTransaction tx, Store store, StoreLetter letter) {
        OutgoingAccount account =
                outgoing.of(store)
                        .orElseThrow(
                                () -> new IllegalStateException("the store's mail has no way out"));
        MailId id = new MailId(ids.next());
        Instant now = clock.instant();
        Envelope envelope = envelope(account, store, id);
        MailHeaders headers =
                new MailHeaders(
                        replyTo(account, store, letter), letter.references(), headers(letter));
        String content =
                Mime.write(
                        letter.letter(),
                        account.from(),
                        envelope.messageId(),
                        now,
                        headers,
                        letter.files());
        new StoreMailSql(tx, store.id()).insert(id, envelope, letter, content, now);
        jobs.schedule(
                tx.handle(),
                sendStoreMail,
                id.value().toString(),
                new SendStoreMail.Which(store.id().value(), id.value()),
                now);
        return id;
    }

    /// A mail that nobody has yet, and nobody can answer, is from now on one of this account.
    void readdress(
            StoreTransaction tx, Store store, Delivery.Waiting mail, OutgoingAccount account) {
        Envelope envelope = envelope(account, store, mail.id());
        String content = Mime.readdressed(mail.content(), account.from(), envelope.messageId());
        new StoreMailSql(tx, store.id()).readdressed(mail.id(), envelope, content);
    }

    /// What is said of a mail besides what is in it.
    ///
    /// @param writtenFor which account, see [OutgoingAccount#identity]
    record Envelope(String messageId, String sender, String bounceTo, String writtenFor) {}

    private Envelope envelope(OutgoingAccount account, Store store, MailId id) {
        String from = account.from().getAddress();
        String bounceTo = marked(account, tokens.bounce(store.id(), id));
        return new Envelope(
                "<" + id.value() + from.substring(from.lastIndexOf('@')) + ">",
                from,
                bounceTo == null ? from : bounceTo,
                account.identity());
    }

    private Map<String, String> headers(StoreLetter letter) {
        Map<String, String> headers = new HashMap<>(letter.headers());
        headers.put(OwnMark.HEADER, mark.value());
        if (letter.kind() != StoreLetter.Kind.REPLY) {
            headers.putIfAbsent("Auto-Submitted", "auto-generated");
        }
        return headers;
    }

    /// Answers to a reply say by their address where they belong. Without plus addressing, or where
    /// there is no room, they go to the store's address and are known by the mail they answer.
    /// Where nobody hears them, no address promises it.
    private @Nullable InternetAddress replyTo(
            OutgoingAccount account, Store store, StoreLetter letter) {
        ConversationId about = letter.about();
        if (letter.kind() != StoreLetter.Kind.REPLY || about == null) {
            return null;
        }
        String address =
                marked(account, tokens.reply(store.id(), about, letter.letter().recipient()));
        return address == null ? null : withNameOf(account, address);
    }

    private static @Nullable String marked(OutgoingAccount account, String tag) {
        String from = account.from().getAddress();
        int at = from.lastIndexOf('@');
        return account.hearsAnswers()
                        && account.plusAddressing()
                        && at + 1 + tag.length() <= LONGEST_LOCAL_PART
                ? from.substring(0, at) + "+" + tag + from.substring(at)
                : null;
    }

    private static InternetAddress withNameOf(OutgoingAccount account, String address) {
        try {
            InternetAddress named = new InternetAddress(address);
            named.setPersonal(
                    Optional.ofNullable(account.from().getPersonal()).orElse(""), "UTF-8");
            return named;
        } catch (AddressException | java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
