package dev.shopbell.commerce;

import dev.shopbell.platform.http.Refusal;

/// Why something a store's system sent was not kept. The problem's `field` says which value it is,
/// its `limit` how much there may be.
public enum CommerceRefusal implements Refusal {
    /// Letters, digits and `. _ : -`, a letter or digit first, at most 100.
    EXTERNAL_ID_INVALID(422),
    VALUE_EMPTY(422),
    VALUE_TOO_LONG(422),
    TOO_MANY_ENTRIES(422),
    NUMBER_OUT_OF_RANGE(422),
    /// NUL, or half a surrogate pair.
    VALUE_INVALID(422),
    /// None of the words it may be.
    WORD_UNKNOWN(422),
    EMAIL_INVALID(422),
    /// Neither http nor https, or no address.
    LINK_INVALID(422),
    /// No code of ISO 4217.
    CURRENCY_UNKNOWN(422),
    LANGUAGE_INVALID(422),
    /// No code of ISO 3166 with two letters.
    COUNTRY_UNKNOWN(422),
    /// Not as RFC 3339 has it, or of another age.
    TIME_INVALID(422),
    /// More than an hour ahead of this server.
    TIME_AHEAD(422),
    /// It is of a customer who was erased after it changed.
    ERASED_SINCE(409);

    private final int status;

    CommerceRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
