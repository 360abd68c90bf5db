package dev.shopbell.staff.team;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

public record RoleId(UUID value) implements Id {}
