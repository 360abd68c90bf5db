package dev.shopbell.platform.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/// Has work that waits done sooner.
final class HastenSql {

    private static final double MILLIS_A_SECOND = 1_000;

    private HastenSql() {}

    /// One after the other; what is being done, changed by somebody else just now, or due sooner,
    /// stays as it is: nobody waits for anybody here.
    static int inTurn(
            Handle tx, String name, Collection<String> keys, Instant from, Duration apart) {
        return tx.createUpdate(
                        """
                        UPDATE job j
                           SET execution_time = soon.at, version = j.version + 1
                          FROM (SELECT w.key,
                                       CAST(:from AS timestamptz) + (w.place - 1) * make_interval(secs => :apart) AS at
                                  FROM unnest(:keys) WITH ORDINALITY AS w (key, place)) soon
                         WHERE j.task_name = :name AND j.task_instance = soon.key
                           AND NOT j.picked AND j.execution_time > soon.at
                           AND j.task_instance IN (SELECT free.task_instance
                                                     FROM job free
                                                    WHERE free.task_name = :name
                                                      AND free.task_instance = ANY (:keys)
                                                      FOR UPDATE SKIP LOCKED)
                        """)
                .bind("from", from)
                .bind("apart", apart.toMillis() / MILLIS_A_SECOND)
                .bindArray("keys", String.class, keys.toArray())
                .bind("name", name)
                .execute();
    }
}
