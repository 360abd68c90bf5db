package dev.shopbell.inbox.transcript;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a transcript is written as.
enum TranscriptFormat {
    HTML(MediaType.TEXT_HTML + ";charset=UTF-8"),
    JSON(MediaType.APPLICATION_JSON);

    private final String mediaType;

    TranscriptFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<TranscriptFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /// As it is written in addresses and at the end of files.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
