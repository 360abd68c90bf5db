package dev.shopbell.staff;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

/// What a session is called in a list. It opens nothing.
public record SessionId(UUID value) implements Id {}
