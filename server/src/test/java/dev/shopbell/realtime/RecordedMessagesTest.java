package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.GivenFiles;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.RecordedStore;
import dev.shopbell.testkit.Recorder;
import dev.shopbell.testkit.RecordingServer;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.ShopperPage;
import dev.shopbell.testkit.StaffPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The same as [RecordedActionsTest], of what is said, and of how far it got and was read.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestProfile(RecordingServer.class)
class RecordedMessagesTest {

    private static final String CUSTOMER_POSTS =
            "PUT /api/widget/{key}/conversations/{conversation}/messages/{message}";
    private static final String RECEIPTS = "PUT /api/widget/{key}/conversation/receipts";
    private static final String THREAD =
            "PUT /api/staff/stores/{store}/conversations/{conversation}";
    private static final String STAFF_POSTS = THREAD + "/messages/{message}";
    private static final String DESCRIPTION = THREAD + "/attachments/{attachment}/alt";
    private static final String READ = THREAD + "/read";

    /// The same picture each time: its colours come from its id.
    private static final UUID PICTURE = UUID.fromString("0192d3a4-1070-4c3e-9b1f-0000000000d1");

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject GivenFiles files;
    @TestHTTPResource URI server;

    private RecordedStore shop;

    @BeforeEach
    void openTheStore(TestInfo test) {
        shop = RecordedStore.open(given, deeds, server, test);
    }

    @Test
    void aNewCustomerWrites() {
        ShopperBrowser dora = new ShopperBrowser(server, shop.store(), given.secret());
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya", shop.priya()), "changes")
                        .hearing(StaffPage.of("Lena", shop.lena()), "changes")
                        .hearing(ShopperPage.of("Anna, another shopper", shop.anna()));

        shop.save(recorder, "a new customer writes", CUSTOMER_POSTS, () -> dora.write("Hello?"));
    }

    @Test
    void aCustomerWritesAgain() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "message");

        shop.save(
                recorder,
                "a customer writes again",
                CUSTOMER_POSTS,
                () -> shop.anna().write("Anybody?"));
    }

    @Test
    void aCustomerOfAResolvedConversationWrites() {
        deeds.resolve(shop.store(), shop.anna().conversation(), RecordedStore.staff(shop.priya()));
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "message");

        shop.save(
                recorder,
                "the customer of a resolved conversation writes",
                CUSTOMER_POSTS,
                () -> shop.anna().write("One more thing"));
    }

    @Test
    void staffAnswer() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "message");

        shop.save(
                recorder,
                "a staff member answers",
                STAFF_POSTS,
                () ->
                        shop.priya()
                                .answer(
                                        shop.anna().conversation(),
                                        "Three days.\nSometimes four."));
    }

    @Test
    void aPictureIsSent() {
        UUID conversation = shop.anna().conversation();
        files.pending(shop.priya().member(), new ConversationId(conversation), PICTURE);
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "message");

        shop.save(
                recorder,
                "a staff member sends a picture",
                STAFF_POSTS,
                () -> shop.priya().answer(conversation, "Like this one", List.of(PICTURE)));
    }

    @Test
    void aPictureThatWasSentIsDescribed() {
        UUID conversation = shop.anna().conversation();
        files.pending(shop.priya().member(), new ConversationId(conversation), PICTURE);
        shop.priya().answer(conversation, "Like this one", List.of(PICTURE));
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "described");

        shop.save(
                recorder,
                "a staff member describes a picture that was sent",
                DESCRIPTION,
                () -> shop.priya().describe(conversation, PICTURE, "A bowl with a blue rim"));
    }

    @Test
    void staffWriteANote() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage());

        shop.save(
                recorder,
                "a staff member writes a note",
                STAFF_POSTS,
                () -> shop.priya().note(shop.anna().conversation(), "Ask the carrier"));
    }

    @Test
    void aMessageIsDelivered() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "conversation");

        shop.save(recorder, "an answer arrived", RECEIPTS, () -> shop.anna().receipts(2, 0));
    }

    @Test
    void aMessageIsSeen() {
        shop.anna().receipts(2, 0);
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "conversation");

        shop.save(recorder, "an answer was seen", RECEIPTS, () -> shop.anna().receipts(3, 2));
    }

    @Test
    void staffRead() {
        Recorder recorder =
                new Recorder()
                        .hearing(shop.priyasPage(), "changes")
                        .hearing(shop.lenasPage())
                        .hearing(shop.annasPage(), "conversation");

        shop.save(
                recorder,
                "a staff member reads a thread",
                READ,
                () -> shop.priya().read(shop.anna().conversation(), 3));
    }

    @Test
    void aColleagueReads() {
        Recorder recorder =
                new Recorder()
                        .hearing(StaffPage.of("Priya, who has not", shop.priya()), "changes")
                        .hearing(StaffPage.of("Lena, who reads", shop.lena()), "changes")
                        .hearing(ShopperPage.of("Ben, the shopper", shop.ben()), "conversation");

        shop.save(
                recorder,
                "one of two staff members reads a thread",
                READ,
                () -> shop.lena().read(shop.ben().conversation(), 2));
    }
}
