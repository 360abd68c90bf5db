package dev.shopbell.platform.database;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/// The one way to the rows. Whoever returns from here normally has been committed and fsynced;
/// whoever leaves by an exception has changed nothing, except after an [OutageException] at the
/// commit itself, when nobody can know.
@Singleton
public final class Database {

    private static final Logger LOG = Logger.getLogger("shopbell.database");

    private final Jdbi jdbi;
    private final Event<DomainEvent> announcements;

    Database(DataSource pool, Event<DomainEvent> announcements) {
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
        this.announcements = announcements;
    }

    /// A transaction in which only this store's rows exist. Events it announced are told to their
    /// observers after the commit, in order, by the calling thread.
    public <T> T inStore(Tenant store, Function<StoreTransaction, T> work) {
        List<DomainEvent> announced = new ArrayList<>();
        T result =
                inTransaction(handle -> work.apply(new StoreTransaction(handle, store, announced)));
        announced.forEach(this::announce);
        return result;
    }

    /// A transaction with no store set: it sees the tables that belong to no store and, of the
    /// stores', only what the owner's functions tell. A test lists who may call this.
    public <T> T acrossStores(Function<Handle, T> work) {
        return inTransaction(work);
    }

    /// Since when this PostgreSQL runs: another moment after a restart or a failover.
    public Instant runningSince() {
        return inTransaction(handle ->
                handle.createQuery("SELECT pg_postmaster_start_time()").mapTo(Instant.class).one());
    }

    /// What was committed is not undone by somebody who cannot hear of it.
    private void announce(DomainEvent event) {
        try {
            announcements.fire(event);
        } catch (RuntimeException e) {
            LOG.errorf(e, "event=%s is not heard", event.getClass().getSimpleName());
        }
    }

    private <T> T inTransaction(Function<Handle, T> work) {
        try (Handle handle = jdbi.open()) {
            return committed(handle, work);
        } catch (SQLException e) {
            throw SqlFailure.of(e);
        } catch (RuntimeException e) {
            throw SqlFailure.of(e);
        }
    }

    private static <T> T committed(Handle handle, Function<Handle, T> work) throws SQLException {
        Connection connection = handle.getConnection();
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.apply(handle);
            connection.commit();
            done = true;
            return result;
        } finally {
            end(connection, done);
        }
    }

    /// A connection that cannot even roll back is dead; the error that led here says more, and the
    /// pool validates a connection before anybody else gets it.
    private static void end(Connection connection, boolean done) {
        try {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.debugf("a connection is lost: %s", e.getSQLState());
        }
    }
}
