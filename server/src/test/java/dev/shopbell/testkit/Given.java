package dev.shopbell.testkit;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.Contact;
import dev.shopbell.customer.NetworkTrace;
import dev.shopbell.customer.Surroundings;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.message.CustomerDraft;
import dev.shopbell.message.MessageId;
import dev.shopbell.message.MessageText;
import dev.shopbell.message.Messages;
import dev.shopbell.message.Posted;
import dev.shopbell.message.ReadMarks;
import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.Device;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Session;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.Staff;
import dev.shopbell.staff.Team;
import dev.shopbell.staff.Team.NewStaff;
import dev.shopbell.store.NewStore;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.StoreSettings;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// Makes what a test starts from, in the database, the way the product makes it.
@Singleton
public final class Given {

    /// The public origin of the application under test.
    public static final String ORIGIN = "http://localhost:8080";

    /// Whoever knows it may read the metrics.
    public static final String METRICS_TOKEN = "only for the monitoring";

    public static final String PASSWORD = "a quiet harbour in autumn";

    /// Lets every new customer in.
    public static final Runnable EVERYBODY = () -> {};

    /// Where those write from of whom it does not matter.
    public static final NetworkTrace SOMEWHERE = new NetworkTrace("01");

    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

    private final Database database;
    private final Stores stores;
    private final Team team;
    private final Sessions sessions;
    private final Messages messages;
    private final ReadMarks readMarks;
    private final SecureRandom random = new SecureRandom();

    // Of everybody's password, once: it takes a while to make.
    private final String passwordHash;

    Given(
            Database database,
            Stores stores,
            Team team,
            Sessions sessions,
            Messages messages,
            ReadMarks readMarks) {
        this.database = database;
        this.stores = stores;
        this.team = team;
        this.sessions = sessions;
        this.messages = messages;
        this.readMarks = readMarks;
        this.passwordHash = team.hashed(named("Olga Owner")).hash();
    }

    /// A signed-in person with the value of their session cookie.
    public record SignedIn(Staff staff, Member member, Session session, String cookie) {}

    /// A store of its own, so that tests do not meet.
    public Store store() {
        StoreId id = new StoreId(UUID.randomUUID());
        NewStore wanted =
                NewStore.checked("Hearthlow", "http://shop.localhost:8081", "Europe/Warsaw");
        return database.inStore(
                id,
                tx -> {
                    Store store = stores.open(tx, id, wanted, StoreSettings.DEFAULTS, NOW);
                    team.makeRoles(tx, id);
                    return store;
                });
    }

    public SignedIn owner(Store store) {
        return signedIn(
                store,
                database.inStore(
                        store.id(), tx -> team.addOwner(tx, store.id(), person("Olga Owner"))));
    }

    /// A member with the role of this name.
    public SignedIn member(Store store, String name, String role) {
        return signedIn(
                store,
                database.inStore(store.id(), tx -> team.add(tx, store.id(), person(name), role)));
    }

    public SignedIn agent(Store store) {
        return member(store, "Priya Nair", Team.CONVERSATION_MANAGEMENT);
    }

    public VisitorSecret secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new VisitorSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public CustomerDraft draft(VisitorSecret secret, String text) {
        return new CustomerDraft(
                secret,
                new ConversationId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                new MessageText(text),
                List.of(),
                new Contact("anna@example.com", "Anna Kowalska"),
                Surroundings.UNKNOWN,
                SOMEWHERE);
    }

    /// A message of a customer who wrote nothing before.
    public Posted firstMessage(Store store, VisitorSecret secret, String text) {
        return messages.post(store, draft(secret, text), EVERYBODY);
    }

    /// Everything up to a place was on this person's screen.
    public void read(SignedIn person, ConversationId conversation, long seq) {
        readMarks.read(person.member(), conversation, seq);
    }

    private SignedIn signedIn(Store store, Staff staff) {
        var begun = sessions.begin(staff, Device.UNKNOWN);
        return new SignedIn(
                staff,
                begun.session().in(store.id()).orElseThrow(),
                begun.session(),
                begun.token().value());
    }

    private Team.Hashed person(String name) {
        return new Team.Hashed(named(name), passwordHash);
    }

    private static NewStaff named(String name) {
        String email = "staff-" + UUID.randomUUID() + "@example.com";
        return NewStaff.checked(name, email, PASSWORD, "owner");
    }
}
