package dev.shopbell.message.faq;

import java.time.Instant;

/// A question that shoppers ask again and again, with its answer.
public record Faq(FaqId id, FaqText content, Instant changedAt) {}
