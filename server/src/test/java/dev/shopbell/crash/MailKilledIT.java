package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.crash.Opened.StoreAt;
import dev.shopbell.crash.Wire.Caller;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.StubbornMailServer;
import dev.shopbell.testkit.WrittenMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed at the two moments when mail is neither here nor there: handed over and not
/// noted, taken and not marked. What left may leave once more, as the same mail; what came is taken
/// once.
@Tag("crash")
class MailKilledIT {

    private static final String ANNA = "anna@example.com";
    private static final String SECRET = "A".repeat(43);
    private static final Pattern MARK = Pattern.compile("Reply-To: [^<]*<([^>]+)>");
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(90);

    private static final String MAILS_TO_SEND =
            """
            SELECT count(*) FROM job
             WHERE task_instance IN (SELECT mail_id::text FROM mail WHERE kind = 'reply')
            """;

    private final UUID conversation = UUID.randomUUID();
    private final StubbornMailServer mailServer = new StubbornMailServer();
    private final RealMailbox mailbox = new RealMailbox();

    @TempDir private Path data;

    private CutImap imap;
    private @Nullable Connection lock;

    @BeforeEach
    void mailServersAreThere() throws IOException {
        mailServer.start();
        imap = CutImap.before(mailbox.imapPort());
    }

    @AfterEach
    void theyGo() throws IOException {
        mailServer.stop();
        imap.close();
        mailbox.close();
    }

    @Test
    void whatWasHandedOverAndNotNotedLeavesOnceMoreAsTheSameMail() throws Exception {
        try (Shop shop = Shop.in(data, settings(Map.of("PRESENCE_SETTLED_AFTER", "0S")))) {
            shop.start();
            Opened opened = Opened.in(shop);
            write(shop, opened.stores().getFirst());

            mailServer.onMailTo(ANNA, shop.server()::kill, () -> {});
            answer(shop, opened, "It left this morning.");
            awaitDeath(shop);
            assertThat(mailServer.mailsTo(ANNA)).hasSize(1);
            assertThat(emailed(shop)).isEqualTo("0");

            mailServer.onMailTo(ANNA, () -> lockTheConversation(shop), () -> killWaiting(shop));
            shop.clockMovesOn();
            shop.launch();
            awaitDeath(shop);
            assertThat(mailServer.mailsTo(ANNA)).hasSize(2);
            assertThat(emailed(shop)).isEqualTo("0");

            shop.clockMovesOn();
            shop.start();
            soon().until(() -> emailed(shop).equals("2"));
            answer(shop, opened, "It should be there tomorrow.");
            soon().until(() -> emailed(shop).equals("3"));

            List<String> mails = mailServer.mailsTo(ANNA);
            assertThat(mails).hasSize(4);
            assertThat(mails.subList(0, 3)).containsOnly(mails.getFirst());
            assertThat(mails.getFirst()).contains("Message-ID: <", "It left this morning.");
            assertThat(mails.getLast())
                    .contains("It should be there tomorrow.")
                    .doesNotContain("this morning");
            soon().until(() -> shop.ask(MAILS_TO_SEND).equals(List.of("0")));
        }
    }

    @Test
    void whatWasTakenAndNotMarkedIsRecognisedAfterwards() throws Exception {
        try (Shop shop = Shop.in(data, settings(Map.of("PRESENCE_SETTLED_AFTER", "0S")))) {
            shop.start();
            Opened opened = Opened.in(shop);
            write(shop, opened.stores().getFirst());
            answer(shop, opened, "Is it the blue one?");
            soon().until(() -> emailed(shop).equals("2"));
            String mark = markOf(mailServer.mailsTo(ANNA).getFirst());

            imap.whenAMailIsToBeMarked(shop.server()::kill);
            mailbox.put(
                    new WrittenMail(ANNA, mark)
                            .says("Yes, here it is.")
                            .with("mug.png", "image/png", Pictures.png(1)));
            awaitDeath(shop);
            assertThat(mailbox.seen()).containsExactly(false);
            assertThat(cameByMail(shop)).isEqualTo("1 with 1");

            imap.whenAMailIsToBeMarked(() -> shop.server().kill());
            shop.clockMovesOn();
            shop.launch();
            awaitDeath(shop);
            assertThat(mailbox.seen()).containsExactly(false);
            mailbox.put(new WrittenMail(ANNA, mark).says("And a red one."));

            shop.clockMovesOn();
            shop.start();
            soon().until(() -> mailbox.seen().equals(List.of(true, true)));
            assertThat(cameByMail(shop)).isEqualTo("2 with 1");
        }
    }

    /// Whoever was there when the server died may only not have found the way back.
    @Test
    void afterARestartNobodyIsMailedBeforeTheyHadTheTimeToComeBack() throws Exception {
        try (Shop shop = Shop.in(data, settings(Map.of()))) {
            shop.start();
            Opened opened = Opened.in(shop);
            write(shop, opened.stores().getFirst());
            answer(shop, opened, "It left this morning.");
            shop.server().kill();

            long started = System.nanoTime();
            shop.clockMovesOn();
            shop.start();
            soon().pollInterval(Duration.ofSeconds(1))
                    .atMost(SETTLED_AFTER.multipliedBy(3))
                    .until(() -> {
                        hasten(shop);
                        return !mailServer.mailsTo(ANNA).isEmpty();
                    });

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(SETTLED_AFTER);
        }
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SHOPBELL_SMTP_URL", "smtp://localhost:" + mailServer.port());
        settings.put("SHOPBELL_MAIL_FROM", "Hearthlow <" + RealMailbox.ADDRESS + ">");
        settings.put("SHOPBELL_MAIL_PLUS_ADDRESSING", "true");
        settings.put(
                "SHOPBELL_IMAP_URL",
                "imap://%s:%s@localhost:%d/INBOX"
                        .formatted(RealMailbox.USER, RealMailbox.PASSWORD, imap.port()));
        more.forEach((name, value) -> settings.put("SHOPBELL_" + name, value));
        return settings;
    }

    private void write(Shop shop, StoreAt store) throws IOException {
        ObjectNode body = Wire.JSON.createObjectNode().put("text", "Where is my order?");
        body.putObject("contact").put("email", ANNA);
        String path =
                "/api/widget/%s/conversations/%s/messages/%s"
                        .formatted(store.key(), conversation, UUID.randomUUID());
        shop.wire().put(path, Caller.shopper(SECRET), body).expected();
    }

    private void answer(Shop shop, Opened opened, String text) throws Exception {
        ObjectNode body = Wire.JSON.createObjectNode().put("kind", "staff").put("text", text);
        String path =
                "/api/staff/stores/%s/conversations/%s/messages/%s"
                        .formatted(
                                opened.stores().getFirst().id(), conversation, UUID.randomUUID());
        shop.wire().put(path, opened.owner(), body).expected();
        hasten(shop);
    }

    /// The clock moves on to when mail is due; what is being done is left alone.
    private static void hasten(Shop shop) {
        shop.change(
                """
                UPDATE job SET execution_time = now()
                 WHERE task_name LIKE 'email.%' AND NOT picked AND execution_time > now()
                """);
    }

    private static void awaitDeath(Shop shop) {
        soon().until(() -> !shop.server().isRunning());
    }

    /// Whoever is killed hangs up on their mail servers, which throws in the threads of those.
    private static ConditionFactory soon() {
        return await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(2));
    }

    /// Whoever wants it, too, waits until the lock is released.
    private void lockTheConversation(Shop shop) {
        try {
            lock = shop.cluster().connect();
            lock.setAutoCommit(false);
            try (Statement statement = lock.createStatement()) {
                statement.execute("SELECT FROM conversation FOR UPDATE");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// It has the answer of the mail server, and is about to note it.
    private void killWaiting(Shop shop) {
        soon().until(() -> !shop.ask("SELECT pid FROM pg_locks WHERE NOT granted").isEmpty());
        shop.server().kill();
        try {
            Objects.requireNonNull(lock).close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String markOf(String mail) {
        Matcher matcher = MARK.matcher(mail);
        assertThat(matcher.find()).as(mail).isTrue();
        return matcher.group(1);
    }

    private static String emailed(Shop shop) {
        return shop.ask("SELECT emailed_public_seq FROM conversation").getFirst();
    }

    private static String cameByMail(Shop shop) {
        return shop.ask(
                        """
                        SELECT count(*) || ' with ' || (SELECT count(*) FROM attachment)
                          FROM message WHERE email IS NOT NULL
                        """)
                .getFirst();
    }
}
