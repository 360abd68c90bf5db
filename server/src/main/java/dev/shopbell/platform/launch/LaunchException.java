package dev.shopbell.platform.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why Shopbell cannot start. The message is one sentence for the person who started it; they see
/// nothing else.
public final class LaunchException extends RuntimeException {

    public LaunchException(String sentence) {
        super(sentence);
    }

    public LaunchException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// "The data directory /x cannot be written: no space left on device."
    public static LaunchException because(String whatFailed, IOException cause) {
        return new LaunchException(whatFailed + ": " + reason(cause) + ".", cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException e -> "no permission for " + e.getFile();
            case FileAlreadyExistsException e -> e.getFile() + " is in the way";
            case NoSuchFileException e -> e.getFile() + " is missing";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> String.valueOf(cause.getMessage());
        };
    }
}
