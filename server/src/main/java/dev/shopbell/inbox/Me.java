package dev.shopbell.inbox;

import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Session;
import java.util.List;
import java.util.UUID;

/// Who is signed in, and their place in each of their stores.
public record Me(Person staff, List<Place> stores) {

    public record Person(UUID id, String name, String email) {}

    public record Place(UUID id, String name, String role, List<Permission> permissions) {}

    public static Me of(Session session) {
        return new Me(
                new Person(
                        session.staff().id().value(),
                        session.staff().name(),
                        session.staff().email().value()),
                session.memberships().stream().map(Me::place).toList());
    }

    private static Place place(Member member) {
        return new Place(
                member.store().value(),
                member.storeName(),
                member.roleName(),
                member.permissions().stream().sorted().toList());
    }
}
