package dev.shopbell.integration.identity;

/// Why a token says nothing, in words for whoever makes the tokens. Nothing of the token is in it.
final class RefusedToken extends Exception {

    private static final long serialVersionUID = 1;

    RefusedToken(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
