package dev.shopbell.platform.http;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// The files of a built web app, as they lie on the class path under `folder`.
public record WebFiles(String folder) {

    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html;charset=UTF-8",
                    "js", "text/javascript;charset=UTF-8",
                    "css", "text/css;charset=UTF-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "woff2", "font/woff2",
                    "txt", "text/plain;charset=UTF-8",
                    "json", "application/json",
                    "webmanifest", "application/manifest+json");

    /// A file by its path below the folder; empty when there is none.
    public Optional<byte[]> read(String path) {
        if (path.contains("..") || path.isEmpty() || path.endsWith("/")) {
            return Optional.empty();
        }
        try (InputStream file =
                WebFiles.class.getClassLoader().getResourceAsStream(folder + "/" + path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("a web file does not read", e);
        }
    }

    /// A file whose name has a hash of its content, so that browsers may keep it for good; unknown
    /// ones are refused as not found.
    public Response immutable(String path) {
        byte[] content = read(path).orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
        return Response.ok(content)
                .type(type(path))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /// A file that the build always makes.
    public String text(String path) {
        return read(path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("the web app is not built: " + path));
    }

    /// The media type a file name's ending stands for.
    public static String type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), UNKNOWN);
    }
}
