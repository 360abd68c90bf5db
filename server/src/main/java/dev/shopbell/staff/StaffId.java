package dev.shopbell.staff;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

public record StaffId(UUID value) implements Id {}
