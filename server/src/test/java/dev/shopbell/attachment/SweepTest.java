package dev.shopbell.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.attachment.SweepAttachments.Due;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.quickreply.QuickReplies;
import dev.shopbell.message.quickreply.QuickReplyId;
import dev.shopbell.message.quickreply.QuickReplyPictures;
import dev.shopbell.message.quickreply.QuickReplyText;
import dev.shopbell.platform.http.FileName;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is left over goes by itself: uploads that nobody sent, and bytes that belong to nothing.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SweepTest {

    private static final int BLOBS_OF_A_FILE = 2; // the picture and its thumbnail

    @Inject Given given;
    @Inject GivenFiles files;
    @Inject QuickReplies quickReplies;
    @Inject QuickReplyPictures pictures;
    @Inject SweepAttachments sweep;
    @Inject Sweeps sweeps;

    private Store store;
    private SignedIn priya;
    private VisitorSecret anna;
    private ConversationId conversation;

    @BeforeEach
    void aConversation() {
        store = given.store();
        priya = given.agent(store);
        anna = given.secret();
        conversation = given.firstMessage(store, anna, "Hello").conversation().id();
    }

    @Test
    void whatWaitsForADayGoesAndNothingElse() {
        UUID sent = UUID.randomUUID();
        files.sent(priya, conversation, sent, false);
        files.pending(priya, conversation, UUID.randomUUID());
        files.pending(store, anna, conversation, UUID.randomUUID());
        makeOld("attachment", "blob");
        UUID young = UUID.randomUUID();
        files.pending(store, anna, conversation, young);

        sweep();

        assertThat(
                        DatabaseOwner.ask(
                                "SELECT attachment_id FROM attachment WHERE store_id = ?",
                                store.id().value()))
                .containsExactlyInAnyOrder(sent.toString(), young.toString());
        assertThat(blobs()).isEqualTo(2 * BLOBS_OF_A_FILE);
    }

    @Test
    void aMessageThatIsErasedTakesTheBytesOfItsFilesAlong() {
        files.sent(priya, conversation, UUID.randomUUID(), false);
        files.sent(priya, conversation, UUID.randomUUID(), true);

        DatabaseOwner.execute(
                "DELETE FROM message WHERE store_id = ? AND kind = 'staff'", store.id().value());
        makeOld("blob");
        sweep();

        assertThat(blobs()).isEqualTo(BLOBS_OF_A_FILE);
    }

    @Test
    void aConversationThatIsErasedTakesTheBytesOfItsFilesAlong() {
        files.sent(priya, conversation, UUID.randomUUID(), false);
        files.pending(store, anna, conversation, UUID.randomUUID());

        // Whoever erases one erases its rows; the files are not theirs to think of.
        for (String table : List.of("message", "attachment")) {
            DatabaseOwner.execute(
                    "DELETE FROM %s WHERE store_id = ?".formatted(table), store.id().value());
        }
        makeOld("blob");
        sweep();

        assertThat(blobs()).isZero();
    }

    @Test
    void picturesOfQuickRepliesThatAreGoneGoTooAndTheOthersStay() {
        QuickReplyId gone = replyWithPicture("gone");
        replyWithPicture("stays");
        DatabaseOwner.execute("DELETE FROM quick_reply WHERE quick_reply_id = ?", gone.value());
        assertThat(blobs()).isEqualTo(2 * BLOBS_OF_A_FILE);

        sweep();
        assertThat(blobs()).as("its transaction may not be over").isEqualTo(2 * BLOBS_OF_A_FILE);
        makeOld("blob");
        sweep();

        assertThat(blobs()).isEqualTo(BLOBS_OF_A_FILE);
    }

    @Test
    void everyStoreIsSweptFourTimesADayThoughNobodyUploads() {
        Store quiet = given.store();

        sweeps.schedule();
        sweeps.schedule();

        for (Store each : List.of(store, quiet)) {
            assertThat(
                            DatabaseOwner.ask(
                                    """
                                    SELECT execution_time BETWEEN now() AND now() + interval '12 hours'
                                      FROM job
                                     WHERE task_name = 'attachment.sweep' AND task_instance LIKE ?
                                    """,
                                    each.id().value() + "/%"))
                    .containsExactly("t");
        }
        DatabaseOwner.execute("DELETE FROM job WHERE task_name = 'attachment.sweep'");
    }

    private QuickReplyId replyWithPicture(String shortcut) {
        QuickReplyId reply = new QuickReplyId(UUID.randomUUID());
        SignedIn lena = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        quickReplies.save(lena.member(), reply, new QuickReplyText(shortcut, shortcut, "See"));
        pictures.save(
                lena.member(),
                reply,
                FileName.of("chart.png").orElseThrow(),
                new ByteArrayInputStream(Pictures.png(700, 300, 1)));
        return reply;
    }

    private void sweep() {
        sweep.run(new Due(store.id().value()));
    }

    /// They are of the day before yesterday.
    private void makeOld(String... tables) {
        for (String table : tables) {
            DatabaseOwner.execute(
                    "UPDATE %s SET created_at = created_at - interval '2 days' WHERE store_id = ?"
                            .formatted(table),
                    store.id().value());
        }
    }

    private long blobs() {
        return Long.parseLong(
                DatabaseOwner.ask(
                                "SELECT count(*) FROM blob WHERE store_id = ?", store.id().value())
                        .getFirst());
    }
}
