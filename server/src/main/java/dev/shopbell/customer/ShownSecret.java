package dev.shopbell.customer;

import org.jspecify.annotations.Nullable;

/// What a browser shows together with a proof of whose it is.
///
/// @param secret by which it is known so far
/// @param renews whether it goes on with another one once the proof takes effect; panels of older
///   versions do not
/// @param next the one it has drawn for that; null while it does not know whether it needs one
public record ShownSecret(VisitorSecret secret, boolean renews, @Nullable VisitorSecret next) {}
