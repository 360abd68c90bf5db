package dev.shopbell.widget;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The built widget, as it lies on the class path.
@Singleton
final class WidgetFiles {

    private static final String FOLDER = "shopbell-web/widget/";

    /// A file by its path below the folder; empty when there is none.
    Optional<byte[]> read(String path) {
        if (path.contains("..")) {
            return Optional.empty();
        }
        try (InputStream file =
                WidgetFiles.class.getClassLoader().getResourceAsStream(FOLDER + path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("a widget file does not read", e);
        }
    }

    String text(String path) {
        return read(path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("the widget is not built: " + path));
    }
}
