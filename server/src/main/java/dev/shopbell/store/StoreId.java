package dev.shopbell.store;

import dev.shopbell.platform.database.Tenant;
import java.util.UUID;

public record StoreId(UUID value) implements Tenant {}
