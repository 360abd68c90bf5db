package dev.shopbell.platform.http;

import org.jspecify.annotations.Nullable;

/// The caller asked for something it cannot have. Becomes problem+json with the refusal's code.
public final class RefusedException extends RuntimeException {

    private final Refusal refusal;
    private final @Nullable String field;

    public RefusedException(Refusal refusal) {
        this(refusal, null);
    }

    /// `field` names the input at fault, as the request spelt it: `text`, `owner.email`.
    public RefusedException(Refusal refusal, @Nullable String field) {
        // No stack trace: a refusal is an answer, and hostile visitors ask for many.
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.field = field;
    }

    public Refusal refusal() {
        return refusal;
    }

    public @Nullable String field() {
        return field;
    }
}
