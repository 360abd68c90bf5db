package dev.shopbell.platform.database;

import dev.shopbell.platform.id.Id;

/// Whose rows a transaction may see and write: what row-level security keeps apart.
public interface Tenant extends Id {}
