package dev.shopbell.attachment.media;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import jakarta.inject.Singleton;
import java.util.Map;

/// Decides what an uploaded file is and makes of it what may be kept, or refuses it with an
/// [AttachmentRefusal]. The work this takes is bounded whatever the bytes say.
@Singleton
public final class MediaIntake {

    /// What a file may have at most.
    public static final int MOST_BYTES = 1 << 20;

    public AcceptedMedia accept(byte[] uploaded) {
        return accept(uploaded, new Effort());
    }

    /// Of JPEG, PNG or WebP a small still picture.
    public AcceptedMedia logo(byte[] uploaded) {
        Effort effort = new Effort();
        Bytes file = bounded(uploaded, effort);
        Format format = Format.of(uploaded);
        return switch (format) {
            case JPEG -> Images.logo(JpegFile.read(file), effort);
            case PNG -> Images.logo(PngFile.read(file), effort);
            case WEBP -> Images.logo(WebpFile.read(file), effort);
            case GIF, MP4, MOV, WEBM, HEIC, AVIF, UNKNOWN -> throw notAccepted(format);
        };
    }

    /// Only what does not move: a JPEG, a PNG or a WebP, of which the first picture is kept.
    public AcceptedMedia acceptStill(byte[] uploaded) {
        Format format = Format.of(uploaded);
        return switch (format) {
            case JPEG, PNG, WEBP -> accept(uploaded);
            case GIF, MP4, MOV, WEBM, HEIC, AVIF, UNKNOWN -> throw notAccepted(format);
        };
    }

    AcceptedMedia accept(byte[] uploaded, Effort effort) {
        Bytes file = bounded(uploaded, effort);
        Format format = Format.of(uploaded);
        return switch (format) {
            case JPEG -> Images.accept(JpegFile.read(file), effort);
            case PNG -> Images.accept(PngFile.read(file), effort);
            case GIF -> Images.accept(GifFile.read(file), effort);
            case WEBP -> Images.accept(WebpFile.read(file), effort);
            case MP4 -> Videos.accept(Mp4File.read(uploaded, effort), "video/mp4");
            case MOV -> Videos.accept(Mp4File.read(uploaded, effort), "video/quicktime");
            case WEBM -> Videos.accept(WebmFile.read(uploaded, effort), "video/webm");
            case HEIC, AVIF, UNKNOWN -> throw notAccepted(format);
        };
    }

    private static Bytes bounded(byte[] uploaded, Effort effort) {
        if (uploaded.length > MOST_BYTES) {
            throw new RefusedException(HttpRefusal.FILE_TOO_LARGE, Map.of("limit", MOST_BYTES));
        }
        return new Bytes(uploaded, effort);
    }

    private static RefusedException notAccepted(Format format) {
        return new RefusedException(AttachmentRefusal.FILE_TYPE_NOT_ACCEPTED, format.asMember());
    }
}
