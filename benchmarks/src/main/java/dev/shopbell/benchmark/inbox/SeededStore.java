package dev.shopbell.benchmark.inbox;

import java.time.Instant;
import java.util.UUID;

/// A store full of conversations, each with ten messages. Everything in it follows from numbers:
/// who has a conversation, how it stands, what was said when.
///
/// Time goes in ticks. Conversation `n` begins at tick `n`, and its messages follow one another in
/// the distance of its pace. So messages are made in the order in which they were said, as in life.
record SeededStore(int number, int conversations) {

    static final int MESSAGES = 10;
    static final int STAFF = 20;

    /// Kinds of the messages of a conversation, in their order.
    static final String[] KINDS = {
        "customer",
        "staff",
        "customer",
        "customer",
        "staff",
        "customer",
        "note",
        "staff",
        "customer",
        "staff"
    };

    static final int NOTE = 7;
    static final int OF_CUSTOMER = 5;

    private static final int[] PACES = {1, 4, 20, 150, 2_000};
    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final long SECONDS = 90;

    /// The newest of them still want an answer, and a few old ones.
    private static final int UNRESOLVED = 600;

    private static final int FORGOTTEN_EVERY = 5_000;

    /// A page of the blocked ones is full in a small store, too.
    private static final int BLOCKED_EVERY = 250;

    private static final int BLOCKED_EVERY_WHEN_SMALL = 3;
    private static final int SMALL = 10_000;

    UUID id() {
        return uuid(1, 0);
    }

    UUID staff(int member) {
        return uuid(2, member);
    }

    UUID customer(int conversation) {
        return uuid(3, conversation);
    }

    UUID conversation(int conversation) {
        return uuid(4, conversation);
    }

    UUID message(int conversation, int seq) {
        return uuid(5, conversation * (long) MESSAGES + seq);
    }

    UUID role() {
        return uuid(6, 0);
    }

    /// Of the staff member who looks: number 0.
    String token() {
        return "%043d".formatted(9_000_000 + number);
    }

    int ticks() {
        return conversations + (MESSAGES - 1) * PACES[PACES.length - 1];
    }

    int tickOf(int conversation, int seq) {
        return conversation + (seq - 1) * PACES[conversation % PACES.length];
    }

    Instant at(int tick) {
        return END.minusSeconds(SECONDS * (ticks() - tick));
    }

    /// What is said at a tick: the seq of the message of each conversation that speaks.
    void saidAt(int tick, Said said) {
        for (int pace = 0; pace < PACES.length; pace++) {
            for (int seq = 1; seq <= MESSAGES; seq++) {
                int conversation = tick - (seq - 1) * PACES[pace];
                if (conversation >= 0
                        && conversation < conversations
                        && conversation % PACES.length == pace) {
                    said.by(conversation, seq);
                }
            }
        }
    }

    interface Said {
        void by(int conversation, int seq);
    }

    boolean isUnresolved(int conversation) {
        return conversation >= conversations - UNRESOLVED
                || conversation % FORGOTTEN_EVERY == FORGOTTEN_EVERY - 1;
    }

    boolean isBlocked(int conversation) {
        int every = conversations < SMALL ? BLOCKED_EVERY_WHEN_SMALL : BLOCKED_EVERY;
        return !isUnresolved(conversation) && conversation % every == 0;
    }

    /// Of one hundred conversations 40 are assigned to nobody, five to the one who looks, the
    /// others to colleagues. -1 is nobody.
    int assignee(int conversation) {
        int part = mixed(conversation) % 100;
        return part < 40 ? -1 : part < 45 ? 0 : 1 + part % (STAFF - 1);
    }

    /// Whether the one who looks has read all of it.
    boolean isRead(int conversation) {
        return mixed(conversation + 17) % 10 < 7;
    }

    private static int mixed(int number) {
        return (int) (mix(number) >>> 33);
    }

    private UUID uuid(int kind, long index) {
        long high = mix(((long) number << 40) + ((long) kind << 56) + index);
        long low = mix(high + index);
        return new UUID(
                (high & ~0xF000L) | 0x4000L,
                (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /// The finaliser of SplitMix64.
    private static long mix(long value) {
        long mixed = ((value + 0x9E3779B97F4A7C15L) ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
