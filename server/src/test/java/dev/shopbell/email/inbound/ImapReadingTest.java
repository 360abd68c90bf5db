package dev.shopbell.email.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.shopbell.email.account.Mailbox;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.mail.MailServer;
import dev.shopbell.platform.mail.MailSessions;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RealMailbox;
import dev.shopbell.testkit.WrittenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reading a real mailbox: everything once in a while, and nothing left out.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ImapReadingTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*)$");

    @Inject Database database;
    @Inject MailSessions sessions;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private RealMailbox mailbox;
    private ImapReading reading;
    private Thread reader;

    @BeforeEach
    void openAMailbox() {
        mailbox = new RealMailbox();
    }

    @AfterEach
    void closeIt() {
        if (reading != null) {
            reading.stop();
        }
        mailbox.close();
        DatabaseOwner.execute("DELETE FROM mailbox_position");
    }

    @Test
    void whatIsThereIsTakenInOrderAndSeenAfterwards() {
        put("One");
        put("Two");

        read(_ -> Became.TAKEN);

        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(true, true)));
        assertThat(taken).containsExactly("One", "Two");
    }

    @Test
    void whatComesWhileTheServerListensIsTakenAtOnce() {
        put("One");
        read(_ -> Became.TAKEN);
        await().atMost(SOON).until(() -> taken.size() == 1);

        put("Two");

        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(true, true)));
        assertThat(taken).containsExactly("One", "Two");
    }

    @Test
    void whatWasTakenIsNotMetAgain() {
        put("One");
        read(_ -> Became.TAKEN);
        await().atMost(SOON).until(() -> positions().equals(List.of("1")));
        reading.stop();

        put("Two");
        read(_ -> Became.TAKEN);

        await().atMost(SOON).until(() -> taken.contains("Two"));
        assertThat(taken).containsExactly("One", "Two");
    }

    @Test
    void whatSomebodyLooksAtBeforeUsIsTakenAllTheSame() {
        put("One");
        read(_ -> Became.TAKEN);
        await().atMost(SOON).until(() -> positions().equals(List.of("1")));
        reading.stop();

        put("Two");
        mailbox.see();
        read(_ -> Became.TAKEN);

        await().atMost(SOON).until(() -> taken.contains("Two"));
    }

    @Test
    void whatDiedBeforeItWasMarkedIsMetAgain() {
        put("One");
        read(_ -> Became.TAKEN);
        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(true)));
        reading.stop();

        // As if the server had been killed just before it said so.
        mailbox.forgetWhatWasSeen();
        read(_ -> Became.KNOWN);

        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(true)));
        assertThat(taken).containsExactly("One", "One");
    }

    @Test
    void inAMailboxThatWasMovedWhatNobodyHasSeenIsMetAgain() {
        put("One");
        read(_ -> Became.TAKEN);
        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(true)));

        mailbox.forgetWhatWasSeen();
        mailbox.move();
        put("Two");

        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(true, true)));
        assertThat(taken).containsExactly("One", "One", "Two");
    }

    @Test
    void inAMailboxThatWasMovedWhatWasReadElsewhereLongAgoIsNotTaken() throws Exception {
        put("One");
        read(_ -> Became.TAKEN);
        await().atMost(SOON).until(() -> positions().equals(List.of("1")));
        reading.stop();
        // What it has begun it still does.
        reader.join();
        put("Somebody answered this");
        put("And this");
        mailbox.move();
        mailbox.see();

        read(_ -> Became.TAKEN);
        put("New");

        await().atMost(SOON).until(() -> taken.contains("New"));
        assertThat(taken).containsExactly("One", "New");
    }

    @Test
    void whileTheDatabaseIsAwayNoMailIsTakenForABug() {
        put("One");
        put("Two");
        read(_ -> {
            if (taken.size() == 1) {
                database.acrossStores(tx ->
                        tx.execute(
                                "DO $$ BEGIN RAISE EXCEPTION 'shutting down' USING ERRCODE = '57P01'; END $$"));
            }
            return Became.TAKEN;
        });

        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(true, true)));
        // Not one mail passed over for another that fails.
        assertThat(taken).containsExactly("One", "One", "Two");
    }

    @Test
    void whatIsTooMuchWaitsUnseenAndComesAgain() {
        put("Flood");
        read(_ -> taken.size() > 1 ? Became.TAKEN : Became.COME_AGAIN);
        await().atMost(SOON).until(() -> taken.size() == 1);
        assertThat(mailbox.seen()).containsExactly(false);
        reading.stop();

        read(_ -> taken.size() > 1 ? Became.TAKEN : Became.COME_AGAIN);

        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(true)));
    }

    @Test
    void somebodysFloodKeepsNobodyElseOut() {
        for (int mail = 1; mail <= 230; mail++) {
            put("Flood");
        }
        put("Answer");
        read(subject -> subject.equals("Flood") ? Became.COME_AGAIN : Became.TAKEN);
        await().atMost(SOON).until(() -> taken.contains("Answer"));

        put("Another answer");

        await().atMost(Duration.ofMinutes(1)).until(() -> taken.contains("Another answer"));
        assertThat(taken).filteredOn("Flood"::equals).hasSize(230);
    }

    @Test
    void whatIsNotOursIsLeftAsItIs() {
        put("For somebody else");
        put("For us");
        read(subject -> subject.equals("For us") ? Became.TAKEN : Became.NOT_OURS);

        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(false, true)));
    }

    @Test
    void aMailThatMeetsABugDoesNotKeepOthersOut() {
        put("Bug");
        put("Next");
        read(subject -> {
            if (subject.equals("Bug")) {
                throw new IllegalStateException("a bug");
            }
            return Became.TAKEN;
        });

        await().atMost(SOON).until(() -> mailbox.seen().equals(List.of(false, true)));
    }

    private void put(String subject) {
        mailbox.put(new WrittenMail("anna@example.com", RealMailbox.ADDRESS).subject(subject));
    }

    private void read(Function<String, Became> what) {
        Mailbox account =
                new Mailbox(
                        null,
                        new MailServer(
                                "127.0.0.1",
                                mailbox.imapPort(),
                                MailServer.Security.NONE,
                                new MailServer.Login(RealMailbox.USER, RealMailbox.PASSWORD),
                                true),
                        "INBOX");
        reading =
                new ImapReading(
                        account,
                        sessions.imap(account.server()),
                        (_, _, mail) -> {
                            String subject = subject(mail.readAllBytes());
                            taken.add(subject);
                            return what.apply(subject);
                        },
                        database,
                        // What is postponed is not due before the test is over.
                        InstantSource.fixed(Instant.now()));
        reader = reading.start();
    }

    private static String subject(byte[] mail) {
        Matcher matcher = SUBJECT.matcher(new String(mail, StandardCharsets.UTF_8));
        return matcher.find() ? matcher.group(1).strip() : "none";
    }

    private static List<String> positions() {
        return DatabaseOwner.ask("SELECT last_uid FROM mailbox_position");
    }
}
