package dev.shopbell.profile;

import dev.shopbell.commerce.ExternalId;
import dev.shopbell.customer.LinkedBy;

/// Which customer of the store somebody who writes is, and how that is known.
public record Link(ExternalId shopCustomer, LinkedBy by) {

    /// Whether staff may take it back.
    public boolean isByHand() {
        return by == LinkedBy.STAFF;
    }
}
