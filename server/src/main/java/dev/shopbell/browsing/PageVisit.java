package dev.shopbell.browsing;

import java.time.Instant;

/// A page of the shop that somebody opened who has written.
public record PageVisit(SeenPage page, Instant at) {}
