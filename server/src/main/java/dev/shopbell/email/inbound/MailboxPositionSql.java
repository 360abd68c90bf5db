package dev.shopbell.email.inbound;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Every SQL statement about how far mailboxes were read.
final class MailboxPositionSql {

    /// UIDs count within one validity; another one is another history.
    record Position(long uidValidity, long lastUid) {}

    private MailboxPositionSql() {}

    static Optional<Position> find(Handle across, String mailbox) {
        return across.createQuery(
                        """
                        SELECT uid_validity, last_uid FROM mailbox_position WHERE mailbox = :mailbox
                        """)
                .bind("mailbox", mailbox)
                .map((row, _) -> new Position(row.getLong("uid_validity"), row.getLong("last_uid")))
                .findOne();
    }

    static int save(Handle across, String mailbox, Position position, Instant at) {
        return across.createUpdate(
                        """
                        INSERT INTO mailbox_position (mailbox, uid_validity, last_uid, read_at)
                        VALUES (:mailbox, :validity, :lastUid, :at)
                        ON CONFLICT ON CONSTRAINT mailbox_position_is_one_row
                        DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid,
                                      read_at = excluded.read_at
                        """)
                .bind("mailbox", mailbox)
                .bind("validity", position.uidValidity())
                .bind("lastUid", position.lastUid())
                .bind("at", at)
                .execute();
    }
}
