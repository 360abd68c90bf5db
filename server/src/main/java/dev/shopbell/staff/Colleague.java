package dev.shopbell.staff;

/// An active member with *Conversation management*, to whom conversations can be assigned.
public record Colleague(StaffId id, String name) {}
