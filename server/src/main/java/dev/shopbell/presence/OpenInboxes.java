package dev.shopbell.presence;

import dev.shopbell.staff.StaffId;
import dev.shopbell.store.StoreId;

/// Who has a page of a store's inbox open, on this node.
public interface OpenInboxes {

    boolean isOpen(StoreId store, StaffId staff);
}
