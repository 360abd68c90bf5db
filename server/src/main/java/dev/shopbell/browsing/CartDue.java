package dev.shopbell.browsing;

import java.time.Instant;
import java.util.UUID;

/// The thread that is to tell of a cart, and since when.
record CartDue(UUID store, UUID conversation, Instant since) {}
