package dev.shopbell.email.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.attachment.AttachmentId;
import dev.shopbell.attachment.Uploads;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Conversations;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.customer.Customers;
import dev.shopbell.email.mime.MailAttachment;
import dev.shopbell.email.mime.QuotedReply;
import dev.shopbell.message.MailedDraft;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a message of what somebody wrote, in one transaction with the mark that it was taken.
@Singleton
final class HumanMails {

    private static final int MOST_KEPT = 1_048_576;

    private final Database database;
    private final Messages messages;
    private final Conversations conversations;
    private final Customers customers;
    private final Uploads uploads;
    private final RateLimits limits;
    private final Ids ids;
    private final InstantSource clock;
    private final ObjectMapper json;

    HumanMails(
            Database database,
            Messages messages,
            Conversations conversations,
            Customers customers,
            Uploads uploads,
            RateLimits limits,
            Ids ids,
            InstantSource clock,
            ObjectMapper json) {
        this.database = database;
        this.messages = messages;
        this.conversations = conversations;
        this.customers = customers;
        this.uploads = uploads;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /// How certain it is who wrote.
    private enum Writer {
        /// Whoever mail of ours went to: they answer it from its address.
        PROVEN,
        /// Whose address the thread is with, as the mail says itself.
        CLAIMED,
        ANOTHER
    }

    /// What is to be posted: read, cut to what may be kept, and its files looked at.
    private record Prepared(Arrival mail, QuotedReply words, MailFiles files) {}

    /// An answer in a thread.
    Became answer(Arrival mail, Match.Answer thread) {
        return take(
                mail,
                thread.store(),
                (tx, prepared) ->
                        post(
                                tx,
                                thread.store(),
                                thread.conversation(),
                                thread.isKnown() ? Writer.PROVEN : Writer.ANOTHER,
                                prepared));
    }

    /// The beginning of a thread, or the next mail of one that began by mail.
    Became fresh(Arrival mail, StoreId store) {
        return take(
                mail,
                store,
                (tx, prepared) -> {
                    InboundSql sql = new InboundSql(tx, store);
                    Optional<ConversationId> begun = sql.begunBy(mail.from());
                    if (begun.isEmpty()) {
                        limits.take(Limit.STORE_NEW_MAILERS, store.value().toString());
                    }
                    return post(
                            tx,
                            store,
                            begun.orElseGet(() -> open(tx, store, mail)),
                            Writer.CLAIMED,
                            prepared);
                });
    }

    private interface Posting {
        Became post(StoreTransaction tx, Prepared mail);
    }

    private Became take(Arrival mail, StoreId store, Posting posting) {
        if (isTaken(mail, store)) {
            return Became.KNOWN;
        }
        limits.take(Limit.SENDER_MAILS, store.value() + " " + mail.from().value());
        QuotedReply words = QuotedReply.of(mail.mail());
        Prepared prepared = new Prepared(mail, words, MailFiles.of(files(mail, words), uploads));
        try {
            return database.inStore(store, tx -> take(tx, store, prepared, posting));
        } catch (RefusedException refused) {
            if (refused.refusal() == MessageRefusal.SENDER_BLOCKED) {
                return Became.DROPPED;
            }
            throw refused;
        }
    }

    private static Became take(
            StoreTransaction tx, StoreId store, Prepared prepared, Posting posting) {
        InboundSql sql = new InboundSql(tx, store);
        Arrival mail = prepared.mail();
        sql.lock(mail.from());
        if (sql.isTaken(mail.fingerprint())) {
            return Became.KNOWN;
        }
        return sql.isBlocked(mail.from()) ? Became.DROPPED : posting.post(tx, prepared);
    }

    /// Without the pictures of what it quotes and of how it is signed.
    private static List<MailAttachment> files(Arrival mail, QuotedReply words) {
        return mail.mail().attachments().stream()
                .filter(file ->
                        file.contentId() == null
                                || !words.foldedPictures().contains(file.contentId()))
                .toList();
    }

    private boolean isTaken(Arrival mail, StoreId store) {
        return database.inStore(store, tx -> new InboundSql(tx, store).isTaken(mail.fingerprint()));
    }

    private ConversationId open(StoreTransaction tx, StoreId store, Arrival mail) {
        ConversationId id = new ConversationId(ids.next());
        Contact contact = new Contact(mail.from().value(), mail.name());
        CustomerId customer = customers.welcome(tx, store, contact, clock.instant());
        conversations.openByMail(tx, store, id, customer, clock.instant());
        return id;
    }

    private Became post(
            StoreTransaction tx,
            StoreId store,
            ConversationId conversation,
            Writer writer,
            Prepared prepared) {
        Arrival mail = prepared.mail();
        MessageId id = new MessageId(mail.fingerprint().id());
        MailFiles.Kept kept = prepared.files().keep(uploads, tx, store, conversation);
        List<AttachmentId> files = kept.files();
        new InboundSql(tx, store)
                .insert(
                        new InboundSql.Row(
                                mail.fingerprint(),
                                "message",
                                mail.from(),
                                conversation,
                                id,
                                writer == Writer.PROVEN,
                                mail.headerId(),
                                body(mail, kept.shown()),
                                clock.instant()));
        var _ =
                messages.post(
                        tx,
                        store,
                        new MailedDraft(
                                conversation,
                                id,
                                text(prepared, files),
                                files,
                                MailWords.json(json, how(prepared, writer))));
        return Became.TAKEN;
    }

    private static @Nullable MessageText text(Prepared prepared, List<AttachmentId> files) {
        String visible = prepared.words().visible();
        if (prepared.words().isOnlyQuoted() && !files.isEmpty()) {
            return null;
        }
        return files.isEmpty()
                ? MailWords.textOrSubject(visible, prepared.mail().mail().subject())
                : MailWords.text(visible);
    }

    private static MailWords.How how(Prepared prepared, Writer writer) {
        Arrival mail = prepared.mail();
        return new MailWords.How(
                mail.from().value(),
                mail.name(),
                MailWords.line(mail.mail().subject(), MailWords.SUBJECT_LENGTH),
                writer != Writer.ANOTHER,
                MailWords.named(prepared.files().refused()),
                isMore(prepared.words()));
    }

    private static boolean isMore(QuotedReply words) {
        return words.isCut() || !words.folded().isBlank();
    }

    private static InboundSql.Body body(Arrival mail, Map<String, AttachmentId> pictures) {
        return new InboundSql.Body(
                MailWords.storable(mail.mail().text(), MOST_KEPT),
                MailWords.storable(mail.mail().html(), MOST_KEPT),
                !mail.mail().problems().isEmpty(),
                pictures);
    }
}
