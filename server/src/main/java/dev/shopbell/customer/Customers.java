package dev.shopbell.customer;

import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The people who write to a store.
@Singleton
public final class Customers {

    private final Ids ids;

    Customers(Ids ids) {
        this.ids = ids;
    }

    /// Somebody who writes for the first time.
    public record Newcomer(
            VisitorSecret secret, Contact contact, Surroundings surroundings, NetworkTrace from) {}

    /// Makes a customer of somebody who wrote a mail. Nobody has proven that the address is theirs.
    public CustomerId welcome(StoreTransaction tx, StoreId store, Contact contact, Instant at) {
        CustomerId id = new CustomerId(ids.next());
        new CustomerSql(tx).insert(store, id, contact, Surroundings.UNKNOWN, at);
        return id;
    }

    /// Makes a customer of whoever holds the secret; empty when another request has just done so,
    /// and the caller's transaction has to begin again.
    public Optional<CustomerId> welcome(
            StoreTransaction tx, StoreId store, Newcomer newcomer, Instant at) {
        CustomerSql sql = new CustomerSql(tx);
        CustomerId id = new CustomerId(ids.next());
        sql.insert(store, id, newcomer.contact(), newcomer.surroundings(), at);
        return sql.insertVisitor(store, newcomer.secret(), newcomer.from(), id, at)
                ? Optional.of(id)
                : Optional.empty();
    }

    /// Makes a customer of somebody whom the store vouches for. The caller has locked who that is.
    public CustomerId welcome(StoreTransaction tx, StoreId store, Vouched vouched, Instant at) {
        CustomerId id = new CustomerId(ids.next());
        new PersonSql(tx, store).insert(id, vouched, at);
        return id;
    }

    /// Makes a customer of somebody who has proven to have an address, and of whom nothing else is
    /// known. The caller has locked the address.
    public CustomerId welcome(StoreTransaction tx, StoreId store, EmailAddress proven, Instant at) {
        CustomerId id = new CustomerId(ids.next());
        new PersonSql(tx, store).insert(id, proven, at);
        return id;
    }

    /// The customer whose browser this is, about to write for the first time; empty when nobody is
    /// known by it, or it became somebody else's just now. Locked: nobody else opens a conversation
    /// of theirs. Refused with a secret in whose place another came.
    public Optional<CustomerId> returning(StoreTransaction tx, StoreId store, Newcomer newcomer) {
        PersonSql sql = new PersonSql(tx, store);
        Optional<CustomerId> known = sql.holding(newcomer.secret()).map(Person::id);
        if (known.isEmpty()) {
            new SecretSql(tx, store).check(newcomer.secret());
        }
        known.ifPresent(customer -> sql.lock(List.of(customer), newcomer.secret()));
        Optional<CustomerId> locked =
                known.filter(customer ->
                        sql.holding(newcomer.secret())
                                .filter(person -> person.id().equals(customer))
                                .isPresent());
        locked.ifPresent(
                customer -> sql.introduce(customer, newcomer.contact(), newcomer.surroundings()));
        return locked;
    }
}
