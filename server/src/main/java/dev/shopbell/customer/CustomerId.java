package dev.shopbell.customer;

import dev.shopbell.platform.id.Id;
import java.util.UUID;

public record CustomerId(UUID value) implements Id {}
