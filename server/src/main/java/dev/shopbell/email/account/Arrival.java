package dev.shopbell.email.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How mail that is sent to a store comes in.
enum Arrival {
    @JsonProperty("imap")
    IMAP,
    /// The provider sends it on to our door.
    @JsonProperty("forwarding")
    FORWARDING,
    @JsonProperty("none")
    NONE
}
