package dev.shopbell.platform.mail;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// A mail of ours.
public record MailId(UUID value) implements Id {}
