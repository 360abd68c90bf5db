package dev.shopbell.platform.job;

import dev.shopbell.platform.database.RoundTrip;
import dev.shopbell.platform.database.StoreTransaction;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes sliding work due, also as a part of somebody else's statement. One that is being done
/// right now becomes due again under the next version, so that its end does not take the row away.
public final class SlidingSql {

    /// An INSERT with the parameters of [#bind]: due a quiet while after the last time it was made
    /// due, but no later than a minute after the first.
    public static final String SLIDE =
            """
            INSERT INTO job AS known
                   (task_name, task_instance, task_data, execution_time, picked, version)
            SELECT due.name, due.key, convert_to(due.data, 'UTF8'), due.at, false, 1
              FROM (SELECT CAST(? AS text) AS name, CAST(? AS text) AS key, CAST(? AS text) AS data,
                           CAST(? AS timestamptz) AS at) AS due
             WHERE due.name IS NOT NULL
                ON CONFLICT ON CONSTRAINT job_is_scheduled_once DO UPDATE
               SET execution_time = CASE WHEN known.picked THEN excluded.execution_time
                                         ELSE LEAST(excluded.execution_time,
                                                    (convert_from(known.task_data, 'UTF8')::jsonb ->> 'since')::timestamptz
                                                    + interval '60 seconds') END,
                   task_data = CASE WHEN known.picked THEN excluded.task_data ELSE known.task_data END,
                   picked = false, picked_by = NULL, last_heartbeat = NULL, consecutive_failures = 0,
                   version = known.version + 1
            """;

    /// What is made due.
    ///
    /// @param data JSON with the moment it was first made due as `since`
    public record Due(String name, String key, String data, Instant at) {}

    private SlidingSql() {}

    /// With null nothing is made due.
    public static RoundTrip bind(RoundTrip trip, @Nullable Due due) {
        return trip.text(due == null ? null : due.name())
                .text(due == null ? null : due.key())
                .text(due == null ? null : due.data())
                // Of null the driver would ask for the type, in a trip of its own.
                .instant(due == null ? Instant.EPOCH : due.at());
    }

    /// Makes it due in a statement of its own.
    public static void slide(StoreTransaction tx, Due due) {
        RoundTrip trip = bind(tx.roundTrip(SLIDE), due).send();
        trip.rows(_ -> "no rows: an insert");
        trip.done();
    }

    /// Says whether there was such work.
    static boolean hasten(Handle tx, String name, String key, Instant at) {
        return tx.createUpdate(
                                """
                                UPDATE job
                                   SET execution_time = LEAST(execution_time, :at), picked = false,
                                       picked_by = NULL, last_heartbeat = NULL, version = version + 1
                                 WHERE task_name = :name AND task_instance = :key
                                """)
                        .bind("at", at)
                        .bind("name", name)
                        .bind("key", key)
                        .execute()
                == 1;
    }
}
