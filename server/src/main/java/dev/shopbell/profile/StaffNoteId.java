package dev.shopbell.profile;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

public record StaffNoteId(UUID value) implements Id {}
