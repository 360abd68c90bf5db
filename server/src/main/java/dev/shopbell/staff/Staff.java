package dev.shopbell.staff;

import dev.shopbell.platform.text.EmailAddress;

/// A person who can sign in.
public record Staff(StaffId id, EmailAddress email, String name) {}
