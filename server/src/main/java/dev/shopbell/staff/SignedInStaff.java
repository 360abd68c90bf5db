package dev.shopbell.staff;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/// Who is asking, for the length of one request. Filled by [StaffDoor] before a resource runs.
@RequestScoped
public class SignedInStaff {

    private @Nullable Session session;
    private @Nullable Member member;

    void is(Session found) {
        session = found;
    }

    void is(Member found) {
        member = found;
    }

    public Session session() {
        return known(session);
    }

    /// Their place in the store that the path names.
    public Member member() {
        return known(member);
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the resource does not say what it requires");
        }
        return value;
    }
}
