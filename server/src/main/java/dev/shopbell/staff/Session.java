package dev.shopbell.staff;

import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A person signed in, with every store they belong to, as it was at most five seconds ago.
public record Session(SessionId id, Staff staff, List<Member> memberships, Instant expiresAt) {

    public Session {
        memberships = List.copyOf(memberships);
    }

    /// Their place in this store; empty when they have none.
    public Optional<Member> in(StoreId store) {
        return memberships.stream().filter(member -> member.store().equals(store)).findFirst();
    }
}
