package dev.shopbell.profile;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.customer.CustomerId;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What staff keep about customers. Everybody who may see a conversation of the customer reads and
/// changes it; nobody overwrites what they have not read.
@Singleton
public final class StaffNotes {

    private static final int MOST = 50;

    /// Notes are kept while they are typed. What one person makes of a note without a longer pause
    /// is one change in the audit trail.
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Database database;
    private final Audits audits;
    private final InstantSource clock;

    StaffNotes(Database database, Audits audits, InstantSource clock) {
        this.database = database;
        this.audits = audits;
        this.clock = clock;
    }

    /// Oldest first.
    public List<StaffNote> of(Member member, ConversationId conversation) {
        return database.inStore(
                member.store(),
                tx ->
                        new StaffNoteSql(tx, member)
                                .of(Profiles.writer(tx, member, conversation).id()));
    }

    /// Makes the note of this id when `version` is 0; else changes the version that was read.
    /// Saying what it says already changes nothing.
    public StaffNote save(
            Member by,
            ConversationId conversation,
            StaffNoteId id,
            StaffNoteText text,
            long version) {
        Instant now = clock.instant();
        return database.inStore(
                by.store(),
                tx -> {
                    CustomerId customer = Profiles.writer(tx, by, conversation).id();
                    StaffNoteSql sql = new StaffNoteSql(tx, by);
                    Optional<StaffNote> known = sql.lock(id);
                    if (known.isEmpty() && version == 0) {
                        if (sql.of(customer).size() >= MOST) {
                            throw new RefusedException(ProfileRefusal.STAFF_NOTES_TOO_MANY);
                        }
                        if (sql.insert(id, customer, text, now)) {
                            record(tx, by, conversation, id, customer, "staff_note_written");
                            tx.announce(new ProfileChanged(by.store(), conversation));
                        }
                        return written(sql, id, customer, text);
                    }
                    StaffNote before = known.orElseThrow(StaffNotes::changedMeanwhile);
                    check(before, customer);
                    if (before.text().equals(text)) {
                        return before;
                    }
                    if (before.version() != version) {
                        throw changedMeanwhile();
                    }
                    sql.update(id, text, now);
                    if (!goesOn(before, by, now)) {
                        record(tx, by, conversation, id, customer, "staff_note_changed");
                    }
                    tx.announce(new ProfileChanged(by.store(), conversation));
                    return sql.lock(id).orElseThrow();
                });
    }

    /// Removes the version that was read; safe to repeat.
    public void delete(Member by, ConversationId conversation, StaffNoteId id, long version) {
        boolean _ =
                database.inStore(
                        by.store(),
                        tx -> {
                            CustomerId customer = Profiles.writer(tx, by, conversation).id();
                            StaffNoteSql sql = new StaffNoteSql(tx, by);
                            Optional<StaffNote> known = sql.lock(id);
                            if (known.isEmpty()) {
                                return false;
                            }
                            check(known.get(), customer);
                            if (known.get().version() != version) {
                                throw changedMeanwhile();
                            }
                            record(tx, by, conversation, id, customer, "staff_note_removed");
                            tx.announce(new ProfileChanged(by.store(), conversation));
                            return sql.delete(id) == 1;
                        });
    }

    /// What another request with the same id has just written counts if it says the same.
    private static StaffNote written(
            StaffNoteSql sql, StaffNoteId id, CustomerId customer, StaffNoteText text) {
        StaffNote written = sql.lock(id).orElseThrow(StaffNotes::changedMeanwhile);
        check(written, customer);
        if (!written.text().equals(text)) {
            throw changedMeanwhile();
        }
        return written;
    }

    /// An id of somebody else's note is refused as unknown.
    private static void check(StaffNote note, CustomerId customer) {
        if (!note.customer().equals(customer)) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
    }

    private static RefusedException changedMeanwhile() {
        return new RefusedException(ProfileRefusal.STAFF_NOTE_CHANGED_MEANWHILE);
    }

    private static boolean goesOn(StaffNote before, Member by, Instant now) {
        return before.editedBy().id().equals(by.staff().value())
                && before.editedAt().plus(PAUSE).isAfter(now);
    }

    private void record(
            StoreTransaction tx,
            Member by,
            ConversationId conversation,
            StaffNoteId note,
            CustomerId customer,
            String action) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                action,
                Map.of(
                        "conversation",
                        conversation.value(),
                        "customer",
                        customer.value(),
                        "staffNote",
                        note.value()));
    }
}
