package dev.shopbell.email.outbound;

import dev.shopbell.attachment.Attachment;
import dev.shopbell.attachment.Files;
import dev.shopbell.conversation.Confirmations;
import dev.shopbell.conversation.Conversation;
import dev.shopbell.email.logo.StoreLogos;
import dev.shopbell.email.outbound.ReplySql.Standing;
import dev.shopbell.message.Message;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.platform.mail.InlinePicture;
import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.LetterTemplates;
import dev.shopbell.platform.mail.MailFile;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.Colour;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes answers as a mail, in the customer's language. Nothing that a visitor typed goes to an
/// address that they may have typed too: words are quoted only to whoever certainly wrote them.
@Singleton
final class ReplyLetters {

    private static final LetterTemplates TEMPLATES = new LetterTemplates("reply");

    /// What mail servers still take, with room for base64.
    private static final long MOST_BYTES = 10L << 20;

    private static final Colour DARK = new Colour("#171716"); // the card's in reply.html

    private final Files files;
    private final StoreLogos logos;
    private final Confirmations confirmations;
    private final Installation installation;

    ReplyLetters(
            Files files, StoreLogos logos, Confirmations confirmations, Installation installation) {
        this.files = files;
        this.logos = logos;
        this.confirmations = confirmations;
        this.installation = installation;
    }

    StoreLetter write(
            StoreTransaction tx,
            Store store,
            Conversation conversation,
            EmailAddress recipient,
            Standing standing,
            List<Message> answers,
            boolean hearsReplies) {
        ReplySql sql = new ReplySql(tx, conversation);
        List<Attachment> carried =
                answers.stream().flatMap(answer -> answer.attachments().stream()).toList();
        List<MailFile> sent = files(tx, conversation, carried);
        StoreLetter.Range range = ReplyByEmail.rangeOf(answers);
        String quoted =
                sql.ownWordsBefore(range.first(), recipient, standing.proven()).orElse(null);
        return new StoreLetter(
                StoreLetter.Kind.REPLY,
                letter(
                        store,
                        logos.of(tx, store.id()).orElse(null),
                        recipient,
                        standing,
                        answers,
                        quoted,
                        sent.size() < carried.size(),
                        hearsReplies,
                        confirmation(tx, store, conversation, recipient, standing)),
                conversation.id(),
                null,
                range,
                sql.before(recipient),
                Map.of(),
                sent);
    }

    /// A link of this mail's own, by which its recipient proves the address; null where it would
    /// lead nowhere, or there is nothing to prove.
    private @Nullable String confirmation(
            StoreTransaction tx,
            Store store,
            Conversation conversation,
            EmailAddress recipient,
            Standing standing) {
        String server = installation.publicUrl().map(PublicUrl::origin).orElse(null);
        boolean leadsToTheChat = !store.origins().isEmpty() && store.settings().chatIsOn();
        return server == null || !leadsToTheChat || !standing.mayProve()
                ? null
                : "%s/confirm/%s/%s"
                        .formatted(
                                server,
                                store.key(),
                                confirmations.draw(tx, conversation, recipient));
    }

    private static Letter letter(
            Store store,
            @Nullable InlinePicture logo,
            EmailAddress recipient,
            Standing standing,
            List<Message> answers,
            @Nullable String quoted,
            boolean filesAreMissing,
            boolean hearsReplies,
            @Nullable String confirmation) {
        ReplyTexts texts = ReplyTexts.in(standing.language());
        Colour brand = store.settings().designOrDefault().brand();
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("language", texts.language());
        words.put("direction", texts.direction());
        words.put("subject", texts.subject(store.name()));
        words.put("store", store.name());
        words.put("initial", store.name().substring(0, store.name().offsetByCodePoints(0, 1)));
        words.put("brand", brand.hex());
        words.put("onBrand", brand.textOn().hex());
        words.put("accent", brand.readableOn(Colour.WHITE).hex());
        words.put("accentDark", brand.readableOn(DARK).hex());
        words.put(
                "answers",
                answers.stream().map(answer -> answer(store, texts, standing, answer)).toList());
        words.put("missing", filesAreMissing ? texts.filesInTheChat() : null);
        words.put("quoted", quoted == null || quoted.isBlank() ? null : quoted.lines().toList());
        words.put("yourWords", texts.yourWords());
        words.put("shop", store.origins().isEmpty() ? null : store.origins().getFirst());
        words.put("howToAnswer", texts.howToAnswer(hearsReplies));
        words.put("openChat", texts.openChat());
        words.put("confirmation", confirmation);
        words.put("confirmAddress", texts.confirmAddress());
        words.put("wasItYou", texts.wasItYou());
        words.put("why", texts.why(store.name()));
        return TEMPLATES.letter(
                recipient, texts.subject(store.name()), texts.language(), words, logo);
    }

    /// What a system said comes from the store: how its systems are called is no customer's matter.
    private static Map<String, Object> answer(
            Store store, ReplyTexts texts, Standing standing, Message answer) {
        String name = answer.authorName();
        return Map.of(
                "author", name == null ? store.name() : name.strip().split("\\s+", 2)[0],
                "lines", answer.text().lines().toList(),
                "cards", ReplyCards.of(texts, answer.cards()),
                "orders", ReplyCards.ordersOf(texts, answer.orders(), standing.proven()),
                "files", answer.attachments().stream().map(Attachment::name).toList(),
                "attached", texts.attached());
    }

    /// In their order, as long as the mail stays one that is taken.
    private List<MailFile> files(
            StoreTransaction tx, Conversation conversation, List<Attachment> carried) {
        List<MailFile> sent = new ArrayList<>();
        long bytes = 0;
        for (Attachment attachment : carried) {
            bytes += attachment.size();
            if (bytes > MOST_BYTES) {
                break;
            }
            files.sent(tx, conversation.store(), conversation.id(), attachment.id())
                    .map(content ->
                            new MailFile(
                                    new FileName(attachment.name())
                                            .withEndingOf(attachment.mediaType())
                                            .value(),
                                    attachment.mediaType(),
                                    content))
                    .ifPresent(sent::add);
        }
        return sent;
    }
}
