package dev.shopbell.access;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.Surroundings;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.inbox.Position.Positions;
import dev.shopbell.message.CustomerDraft;
import dev.shopbell.message.DraftText;
import dev.shopbell.message.Drafts;
import dev.shopbell.message.Drafts.Typed;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageKind;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A store with everybody who might knock at its doors, and a store next door in which a
/// conversation has the very same id. In every place a word is planted that others must not hear.
/// [Scenes] makes them.
final class Scene {

    private static final String ASSIGNEES_DRAFT = "That hoopoe";
    private static final String PREDECESSORS_DRAFT = "In the garden, last";

    final Store store;
    final Store nextDoor;

    /// May see and answer what is assigned to nobody.
    final SignedIn agent;

    /// Has the hidden conversation.
    final SignedIn assignee;

    /// Was named and had begun to answer in the hidden conversation before it was hidden.
    final SignedIn predecessor;

    final SignedIn owner;

    /// May administer besides.
    final SignedIn administrator;

    /// A member who may set things up, but see no conversation.
    final SignedIn withoutPermission;

    /// A member who may neither see a conversation nor set things up.
    final SignedIn withoutEither;

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

    /// What is planted in all of this.
    final Canaries canaries;

    /// Where the store's feed was when the hidden conversation had just been hidden.
    final String afterAssignment;

    /// Whether the store lets its administrators read what is assigned to others.
    private final boolean administratorsRead;

    private final UUID othersConversation = UUID.randomUUID();
    private final Messages messages;
    private final Drafts drafts;
    private final Given given;
    private final Positions positions;
    private final Furniture furniture;

    Scene(
            Given given,
            Deeds deeds,
            Messages messages,
            Drafts drafts,
            Positions positions,
            boolean administratorsRead) {
        this.given = given;
        this.positions = positions;
        this.messages = messages;
        this.drafts = drafts;
        this.administratorsRead = administratorsRead;
        store = given.store();
        DatabaseOwner.execute(
                """
                UPDATE store
                   SET settings = settings
                       || jsonb_build_object('administratorsReadAssigned', ?::boolean)
                 WHERE store_id = ?
                """,
                administratorsRead,
                store.id().value());
        agent = given.agent(store);
        assignee = given.member(store, "Maya Lind", Team.CONVERSATION_MANAGEMENT);
        predecessor = given.member(store, "Pia Roe", Team.CONVERSATION_MANAGEMENT);
        owner = given.owner(store);
        administrator = given.member(store, "Lena Berg", Team.INBOX_ADMINISTRATOR);
        withoutPermission =
                given.member(
                        store,
                        "Ines Marsh",
                        GivenTeam.nameOf(GivenTeam.newRole(store, "{inbox_administration}")));
        withoutEither =
                given.member(
                        store,
                        "Nia Marsh",
                        GivenTeam.nameOf(GivenTeam.newRole(store, "{staff_management}")));
        deactivated = given.member(store, "Leo Gone", Team.CONVERSATION_MANAGEMENT);
        GivenTeam.deactivateAccount(deactivated.staff().id());
        left = given.member(store, "Lou Left", Team.CONVERSATION_MANAGEMENT);
        GivenTeam.deactivate(store, left.staff().id());
        GivenTeam.addMember(given.store(), left.staff().id());
        expired = given.agent(store);
        GivenTeam.endSessions(expired.staff().id());
        shopper = write(store, conversation, "bluethroat");
        otherShopper = write(store, othersConversation, "kittiwake");
        say(agent, conversation, "They mean the nightjar", true);
        hiddenShopper = write(store, hidden, "hoopoe");
        Traces.fillCart(store, hidden, "hoopoe");
        Traces.openAPage(store, hidden, "hoopoe");
        nameThePredecessor();
        draft(predecessor, PREDECESSORS_DRAFT);
        deeds.assign(store, hidden, assignee.staff().id(), assignee.staff().id());
        afterAssignment = positionOf(store);
        write(store, hidden, hiddenShopper, "hoopoe");
        draft(assignee, ASSIGNEES_DRAFT);

        nextDoor = given.store();
        DatabaseOwner.execute(
                "UPDATE store SET name = 'quetzal' WHERE store_id = ?", nextDoor.id().value());
        neighbour = given.owner(nextDoor);
        furniture = new Furniture(store, owner, nextDoor, neighbour, agent, conversation);
        shopperNextDoor = write(nextDoor, conversation, "quetzal");
        Traces.fillCart(nextDoor, conversation, "quetzal");
        Traces.openAPage(nextDoor, conversation, "quetzal");
        write(nextDoor, conversationNextDoor, "quetzal");
        stranger = given.secret();
        List.of(store, nextDoor).forEach(Scene::knowWhoWrites);

        canaries = new Canaries(this, othersConversation);
    }

    /// Each of those who write may be a customer of the store, and staff keep a word about each.
    private static void knowWhoWrites(Store store) {
        DatabaseOwner.execute(
                """
                INSERT INTO shop_customer (store_id, external_id, email, marketing, changed_at)
                SELECT c.store_id, 'c-' || c.conversation_id, cu.email, 'unknown', now()
                  FROM conversation c
                  JOIN customer cu USING (store_id, customer_id)
                 WHERE c.store_id = ?
                """,
                store.id().value());
        DatabaseOwner.execute(
                """
                INSERT INTO staff_note
                       (store_id, staff_note_id, customer_id, body, author_id, created_at, edited_by, edited_at)
                SELECT c.store_id, gen_random_uuid(), cu.customer_id, 'Looks for a ' || split_part(cu.email, '@', 1),
                       m.staff_id, now(), m.staff_id, now()
                  FROM conversation c
                  JOIN customer cu USING (store_id, customer_id)
                  JOIN membership m ON m.store_id = c.store_id AND m.is_owner
                 WHERE c.store_id = ?
                """,
                store.id().value());
    }

    /// Who works in the store and may not see the hidden conversation.
    List<SignedIn> strangersToHidden() {
        return administratorsRead
                ? List.of(agent, predecessor)
                : List.of(agent, predecessor, owner, administrator);
    }

    /// Whom the store's doors do not let in.
    List<SignedIn> outsiders() {
        return List.of(deactivated, left, expired, withoutPermission, neighbour);
    }

    /// Which ids of the hidden conversation tell this person nothing new.
    List<UUID> knownTo(SignedIn person) {
        return person.equals(predecessor) ? List.of(hidden) : List.of();
    }

    boolean administrates(SignedIn person) {
        return person.equals(owner) || person.equals(administrator);
    }

    /// Who may see it although it is not theirs.
    List<SignedIn> readersOfHidden() {
        return administratorsRead ? List.of(owner, administrator) : List.of();
    }

    /// Everything about it that anybody but its strangers may have stored.
    List<String> hiddenAsStored() {
        List<String> stored = new ArrayList<>();
        for (String table : List.of("conversation", "conversation_member", "message")) {
            stored.addAll(
                    DatabaseOwner.ask(
                            "SELECT t::text FROM %s t WHERE conversation_id = ? ORDER BY 1"
                                    .formatted(table),
                            hidden));
        }
        return stored;
    }

    /// As it was before a row was tried: nobody is blocked, nothing is read, nothing is sent that
    /// was a draft.
    void restore() {
        for (Store each : List.of(store, nextDoor)) {
            DatabaseOwner.execute(
                    "UPDATE customer SET shop_customer_id = NULL, linked_by = NULL WHERE store_id = ?",
                    each.id().value());
            DatabaseOwner.execute(
                    "DELETE FROM staff_note WHERE store_id = ? AND body = 'A regular'",
                    each.id().value());
        }
        for (UUID id : List.of(conversation, hidden, conversationNextDoor)) {
            DatabaseOwner.execute(
                    """
                    UPDATE conversation
                       SET blocked_at = NULL, blocked_by = NULL, status = 'unresolved',
                           cleared_messages = 0
                     WHERE conversation_id = ?
                    """,
                    id);
        }
        DatabaseOwner.execute(
                "UPDATE conversation_member SET read_seq = 0, read_messages = 0 WHERE conversation_id = ?",
                hidden);
        draft(assignee, ASSIGNEES_DRAFT);
        DatabaseOwner.execute(
                """
                INSERT INTO draft (store_id, staff_id, conversation_id, kind, body, mentions, changed_at)
                VALUES (?, ?, ?, 'staff', ?, '{}', now())
                    ON CONFLICT DO NOTHING
                """,
                store.id().value(),
                predecessor.staff().id().value(),
                hidden,
                PREDECESSORS_DRAFT);
    }

    /// As JSON.
    String assigneeOf(UUID conversation) {
        return conversation.equals(hidden)
                ? '"' + assignee.staff().id().value().toString() + '"'
                : "null";
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

    /// One more message of the hidden conversation's customer.
    void writeInHidden() {
        write(store, hidden, hiddenShopper, "hoopoe");
    }

    /// Said in every conversation but the hidden one; returned to be waited for.
    String lastWords() {
        String words = "That was all, " + UUID.randomUUID();
        say(neighbour, conversation, words, false);
        say(agent, othersConversation, words, false);
        say(agent, conversation, words, false);
        return words;
    }

    /// A path's parameters as those of the store and of its agent.
    String filled(String path) {
        return furniture
                .filled(path)
                .replace("{store}", store.id().value().toString())
                .replace("{key}", store.key())
                .replace("{password}", Given.PASSWORD)
                .replace("{epoch}", positions.epoch(agent.member()))
                .replace("{after}", afterAssignment);
    }

    private void nameThePredecessor() {
        messages.post(
                assignee.member(),
                new StaffDraft(
                        new ConversationId(hidden),
                        new MessageId(UUID.randomUUID()),
                        new MessageText("Could you look after the hoopoe?"),
                        true,
                        null,
                        List.of(predecessor.staff().id()),
                        List.of(),
                        List.of(),
                        null));
    }

    private void draft(SignedIn person, String text) {
        var _ =
                drafts.keep(
                        person.member(),
                        new Typed(
                                new ConversationId(hidden),
                                MessageKind.STAFF,
                                new DraftText(text),
                                null,
                                List.of()));
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
                        List.of(),
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
}
