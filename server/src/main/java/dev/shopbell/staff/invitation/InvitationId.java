package dev.shopbell.staff.invitation;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

public record InvitationId(UUID value) implements Id {}
