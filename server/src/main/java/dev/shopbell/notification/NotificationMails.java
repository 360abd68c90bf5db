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
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.store.Store;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Mails a member what a customer wrote, with the way to the conversation and the way to get no
/// more of these.
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
            List<CustomerMessage> messages,
            Recipient recipient) {
        String origin = installation.publicUrl().map(PublicUrl::origin).orElseThrow();
        String stop =
                origin
                        + "/unsubscribe/"
                        + tokens.write(
                                new UnsubscribeTokens.Subscription(store.id(), recipient.staff()));
        String name = PlainText.shortened(writer.called(), LONGEST_NAME);
        Map<String, @Nullable Object> words = new HashMap<>();
        words.put("store", store.name());
        words.put("customer", name);
        words.put("messages", messages.stream().map(NotificationMails::quote).toList());
        words.put("link", origin + "/inbox/messages/" + conversation.value());
        words.put("unsubscribe", stop);
        String subject =
                messages.size() == 1
                        ? "%s wrote to %s".formatted(name, store.name())
                        : "%d messages from %s to %s"
                                .formatted(messages.size(), name, store.name());
        words.put("subject", subject);
        Letter letter = TEMPLATES.letter(
                        recipient.email(),
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
                        conversation,
                        recipient.staff(),
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

    private static Map<String, Object> quote(CustomerMessage message) {
        String text = cut(message.text());
        String said =
                Optional.of(message.files())
                        .filter(files -> !files.isEmpty())
                        .map(files -> text.isEmpty() ? files : text + "\n" + files)
                        .orElse(text);
        String quoted = said.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        return Map.of("said", said, "quoted", quoted);
    }

    private static String cut(String text) {
        return PlainText.length(text) <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
