package dev.shopbell.notification;

import dev.shopbell.platform.http.RefusedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a member may be told of.
enum Topic {
    /// A customer wrote in a conversation that is everybody's.
    MESSAGE_UNASSIGNED,
    /// A customer wrote in one's own conversation.
    MESSAGE_MINE,
    /// Somebody else gave one a conversation.
    ASSIGNED,
    /// A note names one.
    MENTIONED,
    /// A mail in one's own conversation, or with one's own words, did not arrive.
    BOUNCED;

    static Set<Topic> all() {
        return EnumSet.allOf(Topic.class);
    }

    static Set<Topic> of(Collection<String> words) {
        EnumSet<Topic> topics = EnumSet.noneOf(Topic.class);
        words.forEach(word -> topics.add(of(word)));
        return topics;
    }

    /// In their order.
    static List<String> words(Set<Topic> topics) {
        return topics.stream().sorted().map(Topic::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Topic of(String word) {
        return Arrays.stream(values())
                .filter(topic -> topic.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(NotificationRefusal.TOPIC_UNKNOWN, "topics"));
    }
}
