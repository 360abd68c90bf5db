package dev.shopbell.inbox;

import dev.shopbell.platform.installation.Installation;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;

/// How far a client knows a store's feed. The epoch names the history the number counts in and the
/// rights it was read with: another one means to load afresh.
public record Position(String epoch, long feedSeq) {

    /// Makes and compares positions.
    @Singleton
    public static final class Positions {

        private final Installation installation;

        Positions(Installation installation) {
            this.installation = installation;
        }

        public Position of(Member member, long feedSeq) {
            return new Position(epoch(member), feedSeq);
        }

        /// What a position must say to be of use to this member now.
        public String epoch(Member member) {
            return installation.epoch() + "." + member.rightsVersion();
        }
    }
}
