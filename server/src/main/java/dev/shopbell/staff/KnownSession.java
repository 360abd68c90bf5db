package dev.shopbell.staff;

import java.time.Instant;

/// A session as its person finds it in the list of theirs.
public record KnownSession(SessionId id, Device device, Instant since, Instant lastActiveAt) {}
