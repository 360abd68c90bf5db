package dev.shopbell.platform.database;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/// A transaction in which only one store's rows exist. Used by one thread.
public final class StoreTransaction {

    private final Handle handle;
    private final Tenant store;
    private final List<DomainEvent> announced;
    private boolean storeIsSet;

    StoreTransaction(Handle handle, Tenant store, List<DomainEvent> announced) {
        this.handle = handle;
        this.store = store;
        this.announced = announced;
    }

    public Query createQuery(String sql) {
        setStore();
        return handle.createQuery(sql);
    }

    public Update createUpdate(String sql) {
        setStore();
        return handle.createUpdate(sql);
    }

    public PreparedBatch createBatch(String sql) {
        setStore();
        return handle.prepareBatch(sql);
    }

    /// Statements that travel together. As the first words of a transaction they also carry BEGIN
    /// and the store, so that all of it is one trip to PostgreSQL and back.
    public RoundTrip roundTrip(String statements) {
        boolean first = !storeIsSet;
        storeIsSet = true;
        return new RoundTrip(handle.getConnection(), statements, first ? store : null);
    }

    /// The transaction itself, for a library that wants one.
    public Handle handle() {
        setStore();
        return handle;
    }

    /// Tells observers of the event's type once this transaction has committed; never if it does
    /// not.
    public void announce(DomainEvent event) {
        announced.add(event);
    }

    private void setStore() {
        if (!storeIsSet) {
            storeIsSet = true;
            handle.createQuery("SELECT set_config('shopbell.store', :store, true)")
                    .bind("store", store.value().toString())
                    .mapTo(String.class)
                    .one();
        }
    }
}
