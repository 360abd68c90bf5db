package dev.shopbell.commerce;

/// Somebody whom a store's systems tell of, as they name them: by their id, or by their address
/// where they bought without being a customer.
public record Subject(Kind kind, String name) {

    enum Kind {
        CUSTOMER,
        EMAIL
    }

    public static Subject customer(ExternalId id) {
        return customer(id.value());
    }

    static Subject customer(String id) {
        return new Subject(Kind.CUSTOMER, id);
    }

    /// As it is kept: in lower case.
    public static Subject email(String address) {
        return new Subject(Kind.EMAIL, address);
    }

    @Override
    public String toString() {
        return "***";
    }
}
