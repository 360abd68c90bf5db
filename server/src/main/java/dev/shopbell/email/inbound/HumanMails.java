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
import java.util.Set;
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

    /// What is to be posted: read, cut to what may be kept, and its files looked at.
    private record Prepared(Arrival mail, QuotedReply words, MailFiles files) {}

    /// Where it belongs.
    ///
    /// @param answered null: it answers nothing
    /// @param named the conversations that it only says it answers
    private record Place(
            StoreId store, Match.@Nullable Answer answered, Set<ConversationId> named) {

        Place {
            named = Set.copyOf(named);
        }

        @Nullable ConversationId conversation() {
            return answered == null ? null : answered.conversation();
        }

        /// Whose mail it is was shown: they answer one of ours, from the address that went to.
        boolean isProven() {
            return answered != null && answered.isKnown();
        }

        /// The thread is with somebody else.
        boolean isOfAnother() {
            return answered != null && !answered.isKnown();
        }
    }

    /// An answer in a thread.
    Became answer(Arrival mail, Match.Answer thread) {
        return take(mail, new Place(thread.store(), thread, Set.of()));
    }

    /// The beginning of a thread, or the next mail of one that began by mail.
    Became fresh(Arrival mail, Match.Fresh fresh) {
        return take(mail, new Place(fresh.store(), null, fresh.named()));
    }

    private Became take(Arrival mail, Place place) {
        StoreId store = place.store();
        if (database.inStore(store, tx -> isTaken(tx, mail, place, followed(tx, place, mail)))) {
            return Became.KNOWN;
        }
        limits.take(Limit.SENDER_MAILS, store.value() + " " + mail.from().value());
        QuotedReply words = QuotedReply.of(mail.mail());
        Prepared prepared = new Prepared(mail, words, MailFiles.of(files(mail, words), uploads));
        try {
            return database.inStore(store, tx -> take(tx, place, prepared));
        } catch (RefusedException refused) {
            if (refused.refusal() == MessageRefusal.SENDER_BLOCKED) {
                return Became.DROPPED;
            }
            throw refused;
        }
    }

    private Became take(StoreTransaction tx, Place place, Prepared prepared) {
        InboundSql sql = new InboundSql(tx, place.store());
        Arrival mail = prepared.mail();
        sql.lock(mail.from());
        Place goesOn = followed(tx, place, mail);
        if (isTaken(tx, mail, place, goesOn)) {
            return Became.KNOWN;
        }
        if (sql.isBlocked(mail.from())) {
            return Became.DROPPED;
        }
        ConversationId answered = goesOn.conversation();
        post(tx, goesOn, answered == null ? begun(tx, place.store(), mail) : answered, prepared);
        return Became.TAKEN;
    }

    /// An answer to a thread that is closed goes on where the thread does, if it comes from the
    /// address of whose it is by now; anybody else begins one of their own. So does whoever is
    /// proven to have an address that another typed: what they answer is not for that one to read.
    private static Place followed(StoreTransaction tx, Place place, Arrival mail) {
        Match.Answer answered = place.answered();
        if (answered == null) {
            return place;
        }
        InboundSql sql = new InboundSql(tx, place.store());
        Place ofTheirOwn = new Place(place.store(), null, Set.of(answered.conversation()));
        if (!sql.isContinued(answered.conversation())) {
            return answered.isKnown() && sql.isProvenAnothers(answered.conversation(), mail.from())
                    ? ofTheirOwn
                    : place;
        }
        return sql.goesOnFor(answered.conversation(), mail.from())
                .map(open ->
                        new Place(
                                place.store(),
                                new Match.Answer(place.store(), open, answered.isKnown()),
                                Set.of()))
                .orElse(ofTheirOwn);
    }

    /// It may have been taken before its thread was closed.
    private static boolean isTaken(StoreTransaction tx, Arrival mail, Place place, Place goesOn) {
        InboundSql sql = new InboundSql(tx, place.store());
        return sql.isTaken(mail.fingerprint(), place.conversation())
                || (!goesOn.equals(place)
                        && sql.isTaken(mail.fingerprint(), goesOn.conversation()));
    }

    private ConversationId begun(StoreTransaction tx, StoreId store, Arrival mail) {
        Optional<ConversationId> begun = new InboundSql(tx, store).begunBy(mail.from());
        if (begun.isEmpty()) {
            limits.take(Limit.STORE_NEW_MAILERS, store.value().toString());
        }
        return begun.orElseGet(() -> open(tx, store, mail));
    }

    /// Without the pictures of what it quotes and of how it is signed.
    private static List<MailAttachment> files(Arrival mail, QuotedReply words) {
        return mail.mail().attachments().stream()
                .filter(file ->
                        file.contentId() == null
                                || !words.foldedPictures().contains(file.contentId()))
                .toList();
    }

    private ConversationId open(StoreTransaction tx, StoreId store, Arrival mail) {
        ConversationId id = new ConversationId(ids.next());
        Contact contact = new Contact(mail.from().value(), mail.name());
        CustomerId customer = customers.welcome(tx, store, contact, clock.instant());
        conversations.openByMail(tx, store, id, customer, clock.instant());
        return id;
    }

    private void post(
            StoreTransaction tx, Place place, ConversationId conversation, Prepared prepared) {
        StoreId store = place.store();
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
                                place.isProven(),
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
                                MailWords.json(json, how(prepared, place, conversation)),
                                place.isOfAnother() ? mail.from().value() : null));
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

    private static MailWords.How how(Prepared prepared, Place place, ConversationId conversation) {
        Arrival mail = prepared.mail();
        return new MailWords.How(
                mail.from().value(),
                mail.name(),
                MailWords.line(mail.mail().subject(), MailWords.SUBJECT_LENGTH),
                !place.isOfAnother(),
                MailWords.named(prepared.files().refused()),
                isMore(prepared.words()),
                mail.mail().isCutOff(),
                place.named().stream().anyMatch(each -> !each.equals(conversation)) ? true : null);
    }

    private static boolean isMore(QuotedReply words) {
        return words.isCut() || !words.folded().isBlank();
    }

    private static InboundSql.Body body(Arrival mail, Map<String, AttachmentId> pictures) {
        return new InboundSql.Body(
                MailWords.storable(mail.mail().text(), MOST_KEPT),
                MailWords.storable(mail.mail().html(), MOST_KEPT),
                mail.mail().isCutOff(),
                pictures);
    }
}
