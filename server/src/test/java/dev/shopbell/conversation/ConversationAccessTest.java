package dev.shopbell.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.PostgresForTests;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The one rule of who may see a conversation: the same in Java and in SQL, and held by every list,
/// count and answer.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ConversationAccessTest {

    private static final List<String> VIEWS = List.of("all", "unread", "unresolved");

    @Inject Given given;
    @Inject Deeds deeds;
    @Inject Database database;
    @TestHTTPResource URI server;

    private Store store;
    private SignedIn priya;
    private SignedIn maya;
    private StaffBrowser priyas;
    private StaffBrowser mayas;
    private ShopperBrowser anna;

    @BeforeEach
    void aCustomerHasWrittenToTwoAgents() {
        store = given.store();
        priya = given.member(store, "Priya Nair", "Conversation management");
        maya = given.member(store, "Maya Lind", "Conversation management");
        priyas = new StaffBrowser(server, priya);
        mayas = new StaffBrowser(server, maya);
        anna = newShopper();
        anna.write("Hello");
    }

    @Test
    void theRuleIsTheSameInJavaAndInSql() {
        StaffId viewer = new StaffId(UUID.randomUUID());
        for (Member member : everyMember(viewer)) {
            for (StaffId assignee : Arrays.asList(null, viewer, new StaffId(UUID.randomUUID()))) {
                boolean inSql = maySee(assignee, viewer, ConversationAccess.readsAssigned(member));

                // The SQL is asked on behalf of those who have the permission only.
                assertThat(ConversationAccess.maySee(member, assignee))
                        .as("%s, assigned to %s", member, assignee)
                        .isEqualTo(member.may(Permission.CONVERSATION_MANAGEMENT) && inSql);
            }
        }
    }

    @Test
    void theRuleInSqlKnowsWhoReadsEverything() {
        StaffId viewer = new StaffId(UUID.randomUUID());
        StaffId other = new StaffId(UUID.randomUUID());

        assertThat(maySee(null, viewer, false)).isTrue();
        assertThat(maySee(viewer, viewer, false)).isTrue();
        assertThat(maySee(other, viewer, false)).isFalse();
        assertThat(maySee(other, viewer, true)).isTrue();
    }

    @Test
    void whatIsAssignedToNobodyIsEverybodys() {
        assertSees(priyas);
        assertSees(mayas);
    }

    @Test
    void whatIsAssignedIsItsAssigneesAlone() {
        assign(maya);

        assertSees(mayas);
        assertSeesNothing(priyas);
    }

    @Test
    void anOwnerDoesNotReadWhatIsAssignedEither() {
        assign(maya);

        assertSeesNothing(new StaffBrowser(server, given.owner(store)));
    }

    @Test
    void whatIsAssignedToNobodyAgainIsEverybodysAgain() {
        assign(maya);
        assign(null);

        assertSees(priyas);
        assertSees(mayas);
    }

    @Test
    void whoIsOnlineIsKnownToThoseWhoMaySeeTheConversation() {
        try (LiveClient page = anna.connect(0)) {
            page.next("welcome");
            assertThat(online(priyas)).containsExactly(anna.conversation());

            assign(maya);

            Awaitility.await().untilAsserted(() -> assertThat(online(priyas)).isEmpty());
            assertThat(online(mayas)).containsExactly(anna.conversation());
        }
    }

    @Test
    void countsLeaveOutWhatIsHidden() {
        ShopperBrowser bea = newShopper();
        bea.write("One");
        bea.write("Two");
        assign(maya);

        JsonNode inbox = priyas.inbox();

        assertThat(ids(inbox.path("unread"), "conversation")).containsExactly(bea.conversation());
        assertThat(inbox.path("unread").path(0).path("messages").asInt()).isEqualTo(2);
        assertThat(ids(inbox.path("latest"), "id")).containsExactly(bea.conversation());
        assertThat(mayas.inbox().path("unread")).hasSize(2);
    }

    @Test
    void pagesHaveNoHolesWhereSomethingIsHidden() {
        List<UUID> visible = new ArrayList<>(List.of(anna.conversation()));
        for (int at = 0; at < 6; at++) {
            ShopperBrowser shopper = newShopper();
            shopper.write("Hello");
            if (at % 2 == 0) {
                deeds.assign(store, shopper.conversation(), maya.staff().id(), maya.staff().id());
            } else {
                visible.add(shopper.conversation());
            }
        }

        List<UUID> found = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = priyas.page("all", next, 1);
            assertThat(page.path("conversations")).hasSize(1);
            found.addAll(ids(page.path("conversations"), "id"));
            next = page.path("next").asText("");
            assertThat(plain(next)).doesNotContain(hidden(visible));
        } while (!next.isEmpty());

        assertThat(found).containsExactlyElementsOf(visible.reversed());
    }

    @Test
    void changesNameAConversationThatWentAwayOnce() {
        JsonNode before = priyas.inbox().path("position");
        assign(maya);

        JsonNode changes = priyas.changes(before, 0).body();

        assertThat(ids(changes.path("gone"))).containsExactly(anna.conversation());
        assertThat(changes.path("conversations")).isEmpty();
        assertThat(priyas.changes(changes.path("position"), 0).body().path("gone")).isEmpty();
    }

    @Test
    void changesSayNothingOfWhatHappensInAHiddenConversation() {
        assign(maya);
        JsonNode since = priyas.inbox().path("position");
        anna.write("And then?");
        mayas.answer(anna.conversation(), "Nothing");
        mayas.note(anna.conversation(), "Really nothing");
        mayas.read(anna.conversation(), 3);

        JsonNode changes = priyas.changes(since, 0).body();

        assertThat(changes.path("conversations")).isEmpty();
        assertThat(changes.path("messages")).isEmpty();
        assertThat(changes.path("gone")).isEmpty();
        assertThat(changes.path("position").path("feedSeq").asLong())
                .isGreaterThan(since.path("feedSeq").asLong());
    }

    @Test
    void changesDoNotNameWhatWasHiddenBefore() {
        ShopperBrowser bea = newShopper();
        bea.write("Hello");
        deeds.assign(store, bea.conversation(), maya.staff().id(), maya.staff().id());
        JsonNode since = priyas.inbox().path("position");
        assign(maya);
        bea.write("Hidden all the while");

        assertThat(ids(priyas.changes(since, 0).body().path("gone")))
                .containsExactly(anna.conversation());
    }

    @Test
    void changesBringBackWhatMayBeSeenAgain() {
        assign(maya);
        JsonNode since = priyas.inbox().path("position");
        assign(null);

        JsonNode changes = priyas.changes(since, 0).body();

        assertThat(ids(changes.path("conversations"), "id")).containsExactly(anna.conversation());
        assertThat(changes.path("gone")).isEmpty();
    }

    @Test
    void whatCameAndWentBetweenTwoLooksIsGone() {
        JsonNode before = priyas.inbox().path("position");
        assign(maya);
        assign(null);
        assign(maya);

        JsonNode changes = priyas.changes(before, 0).body();

        assertThat(ids(changes.path("gone"))).containsExactly(anna.conversation());
        assertThat(changes.path("conversations")).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereNothingIsSeen() {
        assign(maya);
        var before = DatabaseOwner.rowCounts();

        assertThat(priyas.tryToAnswer(anna.conversation(), "Hello?").status()).isEqualTo(404);
        assertThat(priyas.tryToRead(anna.conversation(), 1).status()).isEqualTo(404);

        assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
    }

    private void assertSees(StaffBrowser browser) {
        UUID id = anna.conversation();
        VIEWS.forEach(view ->
                assertThat(ids(browser.list(view).path("conversations"), "id"))
                        .as(view)
                        .containsExactly(id));
        assertThat(ids(browser.inbox().path("unread"), "conversation")).containsExactly(id);
        assertThat(ids(browser.inbox().path("latest"), "id")).containsExactly(id);
        assertThat(browser.thread(id).path("messages")).isNotEmpty();
        assertThat(browser.messagesAfter(id, 0, 10).path("messages")).isNotEmpty();
    }

    private void assertSeesNothing(StaffBrowser browser) {
        UUID id = anna.conversation();
        VIEWS.forEach(
                view -> assertThat(browser.list(view).path("conversations")).as(view).isEmpty());
        JsonNode inbox = browser.inbox();
        assertThat(inbox.path("unread")).isEmpty();
        assertThat(inbox.path("latest")).isEmpty();
        assertThat(inbox.toString()).doesNotContain(id.toString());
        assertThat(browser.askForThread(id).status()).isEqualTo(404);
        assertThat(browser.tryMessagesAfter(id, 0).status()).isEqualTo(404);
    }

    private void assign(@Nullable SignedIn to) {
        deeds.assign(
                store, anna.conversation(), maya.staff().id(), to == null ? null : to.staff().id());
    }

    private ShopperBrowser newShopper() {
        return new ShopperBrowser(server, store, given.secret());
    }

    private boolean maySee(@Nullable StaffId assignee, StaffId viewer, boolean readsAssigned) {
        return database.inStore(
                store.id(),
                tx ->
                        tx.createQuery("SELECT may_see(:assignee, :viewer, :readsAssigned)")
                                .bindByType(
                                        "assignee",
                                        assignee == null ? null : assignee.value(),
                                        UUID.class)
                                .bind("viewer", viewer.value())
                                .bind("readsAssigned", readsAssigned)
                                .mapTo(Boolean.class)
                                .one());
    }

    /// Everybody this person could be in the store: owner or not, with every set of permissions.
    private List<Member> everyMember(StaffId person) {
        Set<Permission> conversations = Set.of(Permission.CONVERSATION_MANAGEMENT);
        Set<Permission> administration = Set.of(Permission.INBOX_ADMINISTRATION);
        List<Set<Permission>> rights =
                List.of(Set.of(), conversations, administration, Set.of(Permission.values()));
        List<Boolean> either = List.of(true, false);
        return rights.stream()
                .flatMap(permissions ->
                        either.stream()
                                .flatMap(isOwner ->
                                        either.stream()
                                                .map(read ->
                                                        member(
                                                                person,
                                                                isOwner,
                                                                permissions,
                                                                read))))
                .toList();
    }

    private Member member(
            StaffId person, boolean isOwner, Set<Permission> permissions, boolean readAssigned) {
        return new Member(
                store.id(),
                store.name(),
                person,
                "Priya Nair",
                isOwner,
                List.of("Role"),
                permissions,
                readAssigned,
                1);
    }

    private static List<UUID> online(StaffBrowser browser) {
        return ids(browser.inbox().path("online"));
    }

    private static List<UUID> ids(JsonNode texts) {
        return texts.valueStream().map(text -> UUID.fromString(text.asText())).toList();
    }

    private static List<UUID> ids(JsonNode objects, String member) {
        return objects.valueStream()
                .map(object -> UUID.fromString(object.path(member).asText()))
                .toList();
    }

    /// The ids of the store's conversations without these.
    private String[] hidden(List<UUID> visible) {
        return DatabaseOwner.ask(
                        "SELECT conversation_id FROM conversation WHERE store_id = ?",
                        store.id().value())
                .stream()
                .filter(id -> !visible.contains(UUID.fromString(id)))
                .toArray(String[]::new);
    }

    private static String plain(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
    }
}
