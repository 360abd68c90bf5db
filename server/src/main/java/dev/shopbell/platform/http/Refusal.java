package dev.shopbell.platform.http;

import java.util.Locale;

/// Why a request was refused, as a closed list each feature keeps. What is refused was not stored.
public interface Refusal {

    /// The HTTP status it is answered with, 4xx.
    int status();

    /// The constant's name, as enums have it.
    String name();

    /// Stable word for programs: web apps translate it, integrations branch on it.
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
