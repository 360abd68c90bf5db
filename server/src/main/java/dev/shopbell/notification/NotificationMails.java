package dev.shopbell.notification;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.logo.StoreLogos;
import dev.shopbell.email.outbound.StoreLetter;
import dev.shopbell.email.outbound.StoreMails;
import dev.shopbell.notification.TellingSql.Writer;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.platform.mail.Letter;
import dev.shopbell.platform.mail.LetterTemplates;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Mails a member what a customer wrote or what else happened, with the way to the conversation and
/// the way to get no more of these.
@Singleton
final class NotificationMails {

    private static final LetterTemplates TEMPLATES = new LetterTemplates("notification");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUOTE = 2_000;

    private final StoreMails mails;
    private final StoreLogos logos;
    private final UnsubscribeTokens tokens;
    private final Installation installation;

    NotificationMails(
            StoreMails mails,
            StoreLogos logos,
            UnsubscribeTokens tokens,
            Installation installation) {
        this.mails = mails;
        this.logos = logos;
        this.tokens = tokens;
        this.installation = installation;
    }

    boolean canSend(Store store) {
        return mails.canSend(store) && installation.publicUrl().isPresent();
    }

    void send(
            StoreTransaction tx,
            Store store,
            ConversationId conversation,
            Writer writer,
            News news,
            Recipient recipient) {
        List<CustomerMessage> messages = news.messages();
        String name = PlainText.shortened(writer.called(), LONGEST_NAME);
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("writers", news.writers(name));
        words.put(
                "messages",
                messages.stream().map(message -> quote(message, messages, name)).toList());
        words.put("notices", news.notices().stream().map(notice -> told(notice, name)).toList());
        send(
                tx,
                store,
                conversation,
                new Told(recipient.staff(), recipient.email()),
                subject(store, name, news),
                words);
    }

    /// Of so many conversations at once, with the way to all of them.
    void sendCount(
            StoreTransaction tx,
            Store store,
            long conversations,
            StaffId staff,
            EmailAddress address) {
        String sentence =
                conversations == 1
                        ? "1 conversation waits for you"
                        : "%d conversations wait for you".formatted(conversations);
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("writers", "");
        words.put("messages", List.of());
        words.put("notices", List.of(Map.of("sentence", sentence, "said", "", "quoted", "")));
        send(tx, store, null, new Told(staff, address), sentence + " at " + store.name(), words);
    }

    private record Told(StaffId staff, EmailAddress address) {}

    private void send(
            StoreTransaction tx,
            Store store,
            @Nullable ConversationId about,
            Told told,
            String subject,
            Map<String, @Nullable Object> words) {
        String origin = installation.publicUrl().map(PublicUrl::origin).orElseThrow();
        String stop =
                origin
                        + "/unsubscribe/"
                        + tokens.write(
                                new UnsubscribeTokens.Subscription(store.id(), told.staff()));
        words.put("store", store.name());
        words.put("subject", subject);
        words.put("isOne", about != null);
        words.put("link", origin + "/inbox/messages" + (about == null ? "" : "/" + about.value()));
        words.put("unsubscribe", stop);
        Letter letter =
                TEMPLATES.letter(
                        told.address(),
                        subject,
                        "en",
                        words,
                        logos.of(tx, store.id()).orElse(null));
        mails.send(
                tx,
                store,
                new StoreLetter(
                        StoreLetter.Kind.NOTIFICATION,
                        letter,
                        about,
                        told.staff(),
                        null,
                        List.of(),
                        // RFC 8058
                        Map.of(
                                "List-Unsubscribe",
                                "<" + stop + ">",
                                "List-Unsubscribe-Post",
                                "List-Unsubscribe=One-Click"),
                        List.of()));
    }

    private static String subject(Store store, String customer, News news) {
        int messages = news.messages().size();
        return switch (messages) {
            case 0 -> news.notices().getLast().sentence(customer);
            case 1 -> "%s wrote to %s".formatted(news.writers(customer), store.name());
            default ->
                    "%d messages from %s to %s"
                            .formatted(messages, news.writers(customer), store.name());
        };
    }

    private static Map<String, Object> told(Notice notice, String customer) {
        String words = cut(notice.said());
        return Map.of(
                "sentence", notice.sentence(customer), "said", words, "quoted", quoted(words));
    }

    /// With who wrote it, where not all are of one.
    private static Map<String, Object> quote(
            CustomerMessage message, List<CustomerMessage> messages, String customer) {
        String text = cut(message.text());
        String said =
                Optional.of(message.files())
                        .filter(files -> !files.isEmpty())
                        .map(files -> text.isEmpty() ? files : text + "\n" + files)
                        .orElse(text);
        boolean isOfOne =
                messages.stream().map(each -> each.writer(customer)).distinct().count() == 1;
        return Map.of(
                "said",
                said,
                "quoted",
                quoted(said),
                "writer",
                isOfOne ? "" : message.writer(customer));
    }

    private static String quoted(String words) {
        return words.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        return PlainText.length(text) <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
