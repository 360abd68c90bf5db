package dev.shopbell.email.inbound;

import dev.shopbell.conversation.Conversation;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.ThreadEvent;
import dev.shopbell.email.inbound.AnsweredSql.Sent;
import dev.shopbell.email.mime.Bounce;
import dev.shopbell.email.mime.QuotedReply;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What mail servers and programs write: that a mail of ours did not arrive, or that nobody reads
/// it for now. The thread tells of it; nobody is answered, woken or waited for.
@Singleton
final class AutomaticMails {

    private static final int TEXT_LENGTH = 500;

    private final Database database;
    private final Conversations conversations;
    private final Handlings handlings;
    private final RateLimits limits;
    private final InstantSource clock;

    AutomaticMails(
            Database database,
            Conversations conversations,
            Handlings handlings,
            RateLimits limits,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.handlings = handlings;
        this.limits = limits;
        this.clock = clock;
    }

    /// One of our mails came back for good. That it did is believed of whoever has the mark of the
    /// mail, or knows its Message-ID and to whom it went.
    Became returned(Bounce bounce, @Nullable Sent marked) {
        Bounce.Failure first = bounce.failures().stream().findFirst().orElse(null);
        if (marked != null && first != null) {
            return bounced(marked, first);
        }
        String messageId = bounce.originalMessageId();
        if (messageId == null) {
            return Became.LEFT;
        }
        List<Sent> returned =
                database.acrossStores(tx -> AnsweredSql.withMessageIds(tx, List.of(messageId)));
        return bounce.failures().stream()
                .flatMap(failure ->
                        returned.stream()
                                .filter(sent ->
                                        sent.recipient().value().equals(failure.recipient()))
                                .map(sent -> bounced(sent, failure)))
                .findFirst()
                .orElse(Became.LEFT);
    }

    private Became bounced(Sent sent, Bounce.Failure failure) {
        return database.inStore(
                sent.store(),
                tx -> {
                    // The lock comes first: whoever says that a mail was sent has it before the
                    // mail.
                    ConversationId about = sent.conversation();
                    Conversation locked =
                            about == null ? null : conversations.lock(tx, sent.store(), about);
                    String reason = failure.reason().words();
                    Optional<ReturnedSql.Carried> carried =
                            new ReturnedSql(tx, sent.store())
                                    .markBounced(sent.mail(), reason, clock.instant());
                    carried.filter(_ -> sent.isReply())
                            .ifPresent(messages -> tell(tx, locked, messages, sent, reason));
                    return carried.isPresent() ? Became.TAKEN : Became.KNOWN;
                });
    }

    private void tell(
            StoreTransaction tx,
            @Nullable Conversation locked,
            ReturnedSql.Carried messages,
            Sent sent,
            String reason) {
        if (locked != null) {
            handlings.tell(
                    tx,
                    locked,
                    new ThreadEvent.EmailBounced(
                            messages.first(), messages.last(), sent.recipient().value(), reason));
        }
    }

    /// A program answered in the place of whoever the thread is with.
    Became note(Arrival mail, Match.Answer thread) {
        StoreId store = thread.store();
        limits.take(Limit.SENDER_MAILS, store.value() + " " + mail.from().value());
        return database.inStore(
                store,
                tx -> {
                    InboundSql sql = new InboundSql(tx, store);
                    sql.lock(mail.from());
                    if (sql.isTaken(mail.fingerprint(), thread.conversation())) {
                        return Became.KNOWN;
                    }
                    if (sql.isBlocked(mail.from())) {
                        return Became.DROPPED;
                    }
                    sql.insert(
                            new InboundSql.Row(
                                    mail.fingerprint(),
                                    "note",
                                    mail.from(),
                                    thread.conversation(),
                                    null,
                                    thread.isKnown(),
                                    null,
                                    null,
                                    clock.instant()));
                    handlings.tell(
                            tx,
                            conversations.lock(tx, store, thread.conversation()),
                            new ThreadEvent.EmailAutoReply(
                                    mail.from().value(),
                                    MailWords.line(mail.mail().subject(), MailWords.SUBJECT_LENGTH),
                                    MailWords.line(
                                            QuotedReply.of(mail.mail()).visible(), TEXT_LENGTH)));
                    return Became.TAKEN;
                });
    }
}
