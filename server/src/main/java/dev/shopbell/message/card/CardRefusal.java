package dev.shopbell.message.card;

import dev.shopbell.platform.http.Refusal;

/// Why cards cannot go with a message.
public enum CardRefusal implements Refusal {
    TOO_MANY_CARDS(422),
    /// The store has no product of this id, or none any more.
    PRODUCT_NOT_FOUND(422),
    /// 1 to 64 letters, digits and signs without blanks; what it is worth in at most 100
    /// characters.
    CODE_INVALID(422),
    /// Only what the customer reads brings cards: a note does not.
    CARDS_NOT_POSSIBLE(422);

    private final int status;

    CardRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
