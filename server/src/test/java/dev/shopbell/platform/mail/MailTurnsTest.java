package dev.shopbell.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.platform.mail.MailServer.Login;
import dev.shopbell.platform.mail.MailServer.Security;
import dev.shopbell.platform.mail.MailTurns.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What hangs or fails at one mail server is no other's trouble.
class MailTurnsTest {

    private final MailTurns turns = new MailTurns();

    @Test
    void aServerThatHangsTakesNoMoreThanItsPart() {
        MailServer hanging = server("hangs.example", null);

        assertThat(turns.take(hanging)).isPresent();
        assertThat(turns.take(hanging)).isPresent();

        assertThat(turns.take(hanging)).isEmpty();
        assertThat(turns.take(server("works.example", null))).isPresent();
    }

    @Test
    void theServersThatStoresChoseLeaveTheOperatorsAPlace() {
        List<Optional<Turn>> taken =
                Stream.of("one", "two", "three", "four", "five")
                        .map(host -> turns.take(ofAStore(host + ".example")))
                        .toList();

        assertThat(taken).filteredOn(Optional::isPresent).hasSize(3);
        assertThat(turns.take(server("works.example", null))).isPresent();
        assertThat(turns.take(server("works.example", null))).isEmpty();
        taken.getFirst().orElseThrow().over(true);
        assertThat(turns.take(ofAStore("five.example"))).isPresent();
    }

    @Test
    void whoWaitsIsSaidOnceTheServerTakesMail() {
        MailServer away = server("away.example", null);
        MailTurns.Waiting mail = new MailTurns.Waiting("email.send", "1");
        turns.waits(away, mail);
        turns.waits(away, mail);

        assertThat(turns.waitedFor(server("works.example", null))).isEmpty();
        assertThat(turns.waitedFor(away)).containsExactly(mail);
        assertThat(turns.waitedFor(away)).isEmpty();
    }

    @Test
    void whoseTurnIsOverMakesRoom() {
        MailServer server = server("works.example", null);
        Turn first = turns.take(server).orElseThrow();
        Turn second = turns.take(server).orElseThrow();

        first.over(true);
        assertThat(turns.take(server)).isPresent();
        second.over(true);
        assertThat(turns.take(server)).isPresent();
    }

    @Test
    void aServerThatDidNotAnswerRests() {
        MailServer silent = server("silent.example", null);

        turns.take(silent).orElseThrow().over(false);

        assertThat(turns.take(silent)).isEmpty();
        assertThat(turns.take(server("works.example", null))).isPresent();
    }

    @Test
    void thoseThatDidNotAnswerAreTriedOneMailAtATime() {
        MailServer one = server("one.example", null);
        MailServer two = server("two.example", null);
        turns.take(one).orElseThrow().over(false);
        turns.take(two).orElseThrow().over(false);

        Turn trial = await().until(() -> turns.take(one), Optional::isPresent).orElseThrow();

        assertThat(turns.take(one)).isEmpty();
        assertThat(turns.take(two)).isEmpty();
        trial.over(true);
        assertThat(turns.take(one)).isPresent();
        assertThat(await().until(() -> turns.take(two), Optional::isPresent)).isPresent();
    }

    @Test
    void aStoresWrongPasswordKeepsNoOtherStoreFromTheSameServer() {
        turns.take(server("smtp.example", new Login("one", "wrong"))).orElseThrow().over(false);

        assertThat(turns.take(server("smtp.example", new Login("two", "right")))).isPresent();
    }

    private static MailServer ofAStore(String host) {
        return new MailServer(host, 587, Security.STARTTLS, null, false);
    }

    private static MailServer server(String host, @Nullable Login login) {
        return new MailServer(host, 587, Security.STARTTLS, login, true);
    }
}
