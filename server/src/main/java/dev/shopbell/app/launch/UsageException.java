package dev.shopbell.app.launch;

/// The program was called wrongly. The message is one sentence that says what is wrong.
final class UsageException extends RuntimeException {

    UsageException(String sentence) {
        super(sentence);
    }
}
