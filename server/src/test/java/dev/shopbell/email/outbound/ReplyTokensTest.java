package dev.shopbell.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.email.outbound.ReplyTokens.Claim;
import dev.shopbell.platform.mail.MailId;
import dev.shopbell.platform.secret.InstallationSecret;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTokensTest {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private final ReplyTokens tokens =
            new ReplyTokens(InstallationSecret.of(SECRET, Path.of("unused")));
    private final StoreId store = new StoreId(UUID.randomUUID());
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final EmailAddress anna = new EmailAddress("anna@example.com");

    @Test
    void aMarkNamesItsConversationAlsoInCapitals() {
        String mark = tokens.reply(store, conversation, anna);

        Claim claim = ReplyTokens.readReply(mark.toUpperCase(Locale.ROOT)).orElseThrow();

        assertThat(mark).hasSize(44);
        assertThat(claim.id()).isEqualTo(conversation.value());
        assertThat(tokens.holds(claim, store, anna)).isTrue();
    }

    @Test
    void itHoldsForItsStoreAndRecipientAlone() {
        Claim claim = ReplyTokens.readReply(tokens.reply(store, conversation, anna)).orElseThrow();

        assertThat(tokens.holds(claim, new StoreId(UUID.randomUUID()), anna)).isFalse();
        assertThat(tokens.holds(claim, store, new EmailAddress("mallory@example.com"))).isFalse();
        assertThat(tokens.holds(claim, store)).isFalse();
        assertThat(tokens.holds(new Claim(UUID.randomUUID(), claim.mac()), store, anna)).isFalse();
    }

    @Test
    void aMarkOfAReturnedMailNamesTheMail() {
        MailId mail = new MailId(UUID.randomUUID());

        Claim claim = ReplyTokens.readBounce(tokens.bounce(store, mail)).orElseThrow();

        assertThat(claim.id()).isEqualTo(mail.value());
        assertThat(tokens.holds(claim, store)).isTrue();
        assertThat(ReplyTokens.readReply(tokens.bounce(store, mail))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "r-",
                "r-abc",
                "r-000000000000000000000000000000000000000000",
                "x-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "r-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatIsNoMarkIsReadAsNone(String guess) {
        assertThat(ReplyTokens.readReply(guess)).isEmpty();
    }
}
