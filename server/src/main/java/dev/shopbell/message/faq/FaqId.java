package dev.shopbell.message.faq;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// Drawn by whoever makes the FAQ, so that a repeated request makes one.
public record FaqId(UUID value) implements Id {}
