package dev.shopbell.platform.http;

/// Refusals any route may answer with.
public enum HttpRefusal implements Refusal {
    MALFORMED_JSON(400),
    UNKNOWN_FIELD(400),
    WRONG_TYPE(400),
    INVALID_VALUE(400),
    BAD_REQUEST(400),
    SIGNED_OUT(401),
    WRONG_ORIGIN(403),
    NOT_PERMITTED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    BODY_TOO_LARGE(413),
    /// With what is asked for in it.
    ADDRESS_TOO_LONG(414),
    /// A file, which has a limit of its own: the problem's `limit`.
    FILE_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    TOO_MANY_REQUESTS(429);

    private final int status;

    HttpRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
