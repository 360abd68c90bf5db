package dev.shopbell.staff;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.platform.text.PlainText;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The people of a store and the roles they have.
@Singleton
public final class Team {

    /// The role that sees and answers conversations.
    public static final String CONVERSATION_MANAGEMENT = "Conversation management";

    /// The role that also has the settings and assigns anybody's conversation.
    public static final String INBOX_ADMINISTRATOR = "Inbox administrator";

    private static final int NAME_LENGTH = 100;

    private final PasswordHashes hashes;
    private final Ids ids;
    private final InstantSource clock;

    Team(PasswordHashes hashes, Ids ids, InstantSource clock) {
        this.hashes = hashes;
        this.ids = ids;
        this.clock = clock;
    }

    /// A person as they typed themselves in; `field` is the prefix of their fields in the request.
    public record NewStaff(String name, EmailAddress email, Password password) {

        public static NewStaff checked(String name, String email, String password, String field) {
            String stripped = checkedName(name, field + ".name");
            EmailAddress address =
                    EmailAddress.parse(email)
                            .orElseThrow(() ->
                                    new RefusedException(
                                            StaffRefusal.EMAIL_INCOMPLETE, field + ".email"));
            return new NewStaff(stripped, address, Password.chosen(password, field + ".password"));
        }

        /// Of whom the address is known already.
        public static NewStaff withAddress(EmailAddress email, String name, String password) {
            return new NewStaff(
                    checkedName(name, "name"), email, Password.chosen(password, "password"));
        }

        private static String checkedName(String name, String field) {
            String line = PlainText.name(name);
            if (!PlainText.isName(line)) {
                throw new RefusedException(StaffRefusal.NAME_EMPTY, field);
            }
            if (PlainText.length(line) > NAME_LENGTH) {
                throw new RefusedException(StaffRefusal.NAME_TOO_LONG, field);
            }
            return line;
        }
    }

    /// A person with the hash of their password, which takes a while to make: before any
    /// transaction.
    public record Hashed(NewStaff person, String hash) {
        @Override
        public String toString() {
            return "***";
        }
    }

    public Hashed hashed(NewStaff person) {
        return new Hashed(person, hashes.hash(person.password().value()));
    }

    /// Makes an account that has no place in any store yet; empty when the address has one.
    public Optional<Staff> makeAccount(StoreTransaction tx, Hashed hashed) {
        NewStaff person = hashed.person();
        Staff staff = new Staff(new StaffId(ids.next()), person.email(), person.name());
        return StaffSql.insertStaff(tx, staff, hashed.hash(), clock.instant())
                ? Optional.of(staff)
                : Optional.empty();
    }

    /// Gives a new store its two roles.
    public void makeRoles(StoreTransaction tx, StoreId store) {
        StaffSql.insertRole(
                tx,
                store,
                ids.next(),
                CONVERSATION_MANAGEMENT,
                List.of(Permission.CONVERSATION_MANAGEMENT));
        StaffSql.insertRole(
                tx,
                store,
                ids.next(),
                INBOX_ADMINISTRATOR,
                List.of(Permission.CONVERSATION_MANAGEMENT, Permission.INBOX_ADMINISTRATION));
    }

    /// The active members with *Conversation management*: to whom conversations can be assigned.
    public List<Colleague> colleagues(StoreTransaction tx, StoreId store) {
        return StaffSql.colleagues(tx, store);
    }

    /// One of them, who stays one until the transaction ends; empty when this is none.
    public Optional<Colleague> lockColleague(StoreTransaction tx, StoreId store, StaffId staff) {
        return StaffSql.lockColleague(tx, store, staff);
    }

    /// Makes an account that owns the store.
    public Staff addOwner(StoreTransaction tx, StoreId store, Hashed person) {
        Staff staff = insert(tx, person);
        StaffSql.insertMember(tx, store, staff.id(), true, clock.instant());
        return staff;
    }

    /// Makes an account that has one role in the store.
    public Staff add(StoreTransaction tx, StoreId store, Hashed person, String role) {
        Staff staff = insert(tx, person);
        StaffSql.insertMember(tx, store, staff.id(), false, clock.instant());
        if (StaffSql.giveRole(tx, store, staff.id(), role) != 1) {
            throw new IllegalArgumentException("no such role");
        }
        return staff;
    }

    private Staff insert(StoreTransaction tx, Hashed person) {
        return makeAccount(tx, person)
                .orElseThrow(() -> new RefusedException(StaffRefusal.EMAIL_TAKEN, "owner.email"));
    }
}
