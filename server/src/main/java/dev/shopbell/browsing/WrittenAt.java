package dev.shopbell.browsing;

import org.jspecify.annotations.Nullable;

/// The page that a message was written on, and the cart as it was then; null where nobody knows.
public record WrittenAt(@Nullable SeenPage page, @Nullable ShownCart cart) {}
