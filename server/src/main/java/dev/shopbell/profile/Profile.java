package dev.shopbell.profile;

import dev.shopbell.commerce.PossibleMatches;
import dev.shopbell.commerce.ShopCustomer;
import org.jspecify.annotations.Nullable;

/// Who writes. The store's customer is there only for somebody who is linked to one, and not even
/// then while the store's systems have not told of them; possible matches only for somebody who is
/// linked to nobody.
public record Profile(
        Writer writer, @Nullable ShopCustomer shopCustomer, PossibleMatches possibleMatches) {}
