package dev.shopbell.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Makes the server's own identifiers: UUID version 7, so that new rows are neighbours in an index.
@Singleton
public final class Ids {

    public UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
