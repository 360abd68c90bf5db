package dev.shopbell.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.Surroundings;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.inbox.Position.Positions;
import dev.shopbell.message.CustomerDraft;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.message.StaffDraft;
import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.Deeds;
import dev.shopbell.testkit.Given;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.GivenTeam;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/// A store with everybody who might knock at its doors, and a store next door in which a
/// conversation has the very same id. In every place a word is planted that others must not hear.
@Singleton
final class Scene {

    final Store store;
    final Store nextDoor;

    /// May see and answer what is assigned to nobody.
    final SignedIn agent;

    /// Has the hidden conversation.
    final SignedIn assignee;

    final SignedIn owner;

    /// May administer besides, and read nothing that is assigned to somebody else.
    final SignedIn administrator;

    /// A member who may set things up, but see no conversation.
    final SignedIn withoutPermission;

    /// Was a member, signed in, until their account was deactivated.
    final SignedIn deactivated;

    /// Was a member until their place in the store was deactivated; works elsewhere.
    final SignedIn left;

    /// Signed in too long ago.
    final SignedIn expired;

    /// Owns the store next door.
    final SignedIn neighbour;

    /// Has the visible conversation.
    final VisitorSecret shopper;

    /// Has a conversation of their own in the same store.
    final VisitorSecret otherShopper;

    /// Has the hidden conversation.
    final VisitorSecret hiddenShopper;

    /// Has the conversation next door.
    final VisitorSecret shopperNextDoor;

    /// Never wrote.
    final VisitorSecret stranger;

    /// The same id in both stores.
    final UUID conversation = UUID.randomUUID();

    final UUID hidden = UUID.randomUUID();

    /// Only next door.
    final UUID conversationNextDoor = UUID.randomUUID();

    /// Where the store's feed was when the hidden conversation had just been hidden.
    final String afterAssignment;

    private final UUID othersConversation = UUID.randomUUID();
    private final Messages messages;
    private final Given given;
    private final Positions positions;

    private final Canary ofNextDoor;
    private final Canary ofHidden;
    private final Canary ofVisible;
    private final Canary ofNote;
    private final Canary ofOtherShopper;

    Scene(Given given, Deeds deeds, Messages messages, Positions positions) {
        this.given = given;
        this.positions = positions;
        this.messages = messages;
        store = given.store();
        agent = given.agent(store);
        assignee = given.member(store, "Maya Lind", Team.CONVERSATION_MANAGEMENT);
        owner = given.owner(store);
        administrator = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        withoutPermission = given.member(store, "Ines Marsh", roleWithoutConversations());
        deactivated = deactivated(given.member(store, "Leo Gone", Team.CONVERSATION_MANAGEMENT));
        left = given.member(store, "Lou Left", Team.CONVERSATION_MANAGEMENT);
        GivenTeam.deactivate(store, left.staff().id());
        GivenTeam.addMember(given.store(), left.staff().id());
        expired = expired(given.agent(store));
        shopper = write(store, conversation, "bluethroat");
        otherShopper = write(store, othersConversation, "kittiwake");
        say(agent, conversation, "They mean the nightjar", true);
        hiddenShopper = write(store, hidden, "hoopoe");
        deeds.assign(store, hidden, assignee.staff().id(), assignee.staff().id());
        afterAssignment = positionOf(store);
        write(store, hidden, hiddenShopper, "hoopoe");

        nextDoor = given.store();
        DatabaseOwner.execute(
                "UPDATE store SET name = 'quetzal' WHERE store_id = ?", nextDoor.id().value());
        neighbour = given.owner(nextDoor);
        shopperNextDoor = write(nextDoor, conversation, "quetzal");
        write(nextDoor, conversationNextDoor, "quetzal");
        stranger = given.secret();

        UUID id = store.id().value();
        ofNextDoor =
                Canary.ofStore(
                        "the store next door", "quetzal", nextDoor.id().value(), conversation);
        ofHidden = Canary.ofConversation("a hidden conversation", "hoopoe", id, hidden);
        ofVisible = new Canary("the shopper's conversation", "bluethroat", List.of());
        ofNote = new Canary("a note", "nightjar", List.of());
        ofOtherShopper =
                Canary.ofConversation(
                        "another shopper's conversation", "kittiwake", id, othersConversation);
    }

    /// That what an agent heard is of their store, and of what they may see there.
    void assertFitForAnAgent(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHidden));
    }

    /// That it has no word of a hidden conversation but who writes and who has it.
    void assertFitForAnAdministrator(String heard) {
        assertSilent(heard, List.of(ofNextDoor));
        assertThat(heard).doesNotContain("Have you seen a hoopoe");
    }

    /// As it was before a row was tried: nobody is blocked.
    void restore() {
        for (UUID id : List.of(conversation, hidden, conversationNextDoor)) {
            DatabaseOwner.execute(
                    """
                    UPDATE conversation
                       SET blocked_at = NULL, blocked_by = NULL, status = 'unresolved'
                     WHERE conversation_id = ?
                    """,
                    id);
        }
    }

    /// Whom a path's conversation is assigned to, as JSON.
    String assigneeIn(String path) {
        return path.contains(hidden.toString())
                ? '"' + assignee.staff().id().value().toString() + '"'
                : "null";
    }

    void assertFitForTheAssignee(String heard) {
        assertSilent(heard, List.of(ofNextDoor));
    }

    void assertFitForTheNeighbour(String heard) {
        assertSilent(heard, List.of(ofHidden, ofVisible, ofNote, ofOtherShopper));
    }

    void assertFitForTheShopper(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHidden, ofNote, ofOtherShopper));
    }

    void assertFitForTheOtherShopper(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHidden, ofNote, ofVisible));
    }

    /// That it says nothing of anybody.
    void assertFitForEverybody(String heard) {
        assertSilent(heard, List.of(ofNextDoor, ofHidden, ofVisible, ofNote, ofOtherShopper));
    }

    /// A word in every conversation, those first that fewest may hear of. Returns what everybody
    /// hears at last.
    String everybodySpeaks() {
        String lastWords = "That was all";
        write(nextDoor, conversation, shopperNextDoor, "quetzal");
        say(neighbour, conversation, lastWords + ", quetzal", false);
        write(store, hidden, hiddenShopper, "hoopoe");
        say(assignee, hidden, lastWords + ", hoopoe", false);
        say(agent, conversation, "They mean the nightjar", true);
        write(store, othersConversation, otherShopper, "kittiwake");
        say(agent, othersConversation, lastWords + ", kittiwake", false);
        write(store, conversation, shopper, "bluethroat");
        say(agent, conversation, lastWords + ", bluethroat", false);
        return lastWords;
    }

    /// A path's parameters as those of the store, and of its visible conversation.
    String filled(String path) {
        return path.replace("{store}", store.id().value().toString())
                .replace("{key}", store.key())
                .replace("{conversation}", conversation.toString())
                .replace("{password}", Given.PASSWORD)
                .replace("{session}", path.contains("{session}") ? anotherSession() : "")
                .replace("{epoch}", positions.epoch(agent.member()))
                .replace("{after}", afterAssignment);
    }

    /// Of the agent, who signed in somewhere else, too.
    private String anotherSession() {
        return DatabaseOwner.ask(
                        """
                        INSERT INTO staff_session (token_hash, staff_id, created_at, expires_at)
                        VALUES (uuid_send(gen_random_uuid()), ?, now(), now() + interval '1 day')
                        RETURNING session_id
                        """,
                        agent.staff().id().value())
                .getFirst();
    }

    private static void assertSilent(String heard, List<Canary> canaries) {
        for (Canary canary : canaries) {
            assertThat(canary.heardIn(heard)).as("of %s, in %s", canary.place(), heard).isEmpty();
        }
    }

    private VisitorSecret write(Store in, UUID id, String word) {
        VisitorSecret secret = given.secret();
        write(in, id, secret, word);
        return secret;
    }

    private void write(Store in, UUID id, VisitorSecret secret, String word) {
        messages.post(
                in,
                new CustomerDraft(
                        secret,
                        new ConversationId(id),
                        new MessageId(UUID.randomUUID()),
                        new MessageText("Have you seen a " + word + "?"),
                        new Contact(word + "@example.com", "Anna " + word),
                        Surroundings.UNKNOWN,
                        Given.SOMEWHERE),
                Given.EVERYBODY);
    }

    private static String positionOf(Store store) {
        return DatabaseOwner.ask(
                        "SELECT feed_seq FROM store_feed WHERE store_id = ?", store.id().value())
                .getFirst();
    }

    private void say(SignedIn person, UUID in, String text, boolean isNote) {
        messages.post(
                person.member(),
                new StaffDraft(
                        new ConversationId(in),
                        new MessageId(UUID.randomUUID()),
                        new MessageText(text),
                        isNote));
    }

    private String roleWithoutConversations() {
        DatabaseOwner.execute(
                """
                INSERT INTO role (store_id, role_id, name, permissions)
                VALUES (?, gen_random_uuid(), 'Settings only', '{inbox_administration}')
                """,
                store.id().value());
        return "Settings only";
    }

    private static SignedIn deactivated(SignedIn person) {
        DatabaseOwner.execute(
                "UPDATE staff SET deactivated_at = now() WHERE staff_id = ?",
                person.staff().id().value());
        return person;
    }

    private static SignedIn expired(SignedIn person) {
        DatabaseOwner.execute(
                "UPDATE staff_session SET expires_at = now() WHERE staff_id = ?",
                person.staff().id().value());
        return person;
    }
}
