package dev.shopbell.inbox.transcript;

import dev.shopbell.message.Message;
import java.time.Instant;

/// A mail that left with the answers from one public place to another.
record Emailed(long firstPublicSeq, long lastPublicSeq, String recipient, Instant sentAt) {

    boolean carried(Message message) {
        Long place = message.publicSeq();
        return message.isAnswer()
                && place != null
                && firstPublicSeq <= place
                && place <= lastPublicSeq;
    }

    @Override
    public String toString() {
        return "***";
    }
}
