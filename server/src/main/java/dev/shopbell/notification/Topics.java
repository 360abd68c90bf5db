package dev.shopbell.notification;

import java.util.Set;

/// Of what one is told in each way, as far as that way is switched on.
record Topics(Set<Topic> email, Set<Topic> browser, Set<Topic> sound) {

    static final Topics ALL = new Topics(Topic.all(), Topic.all(), Topic.all());

    Topics {
        email = Set.copyOf(email);
        browser = Set.copyOf(browser);
        sound = Set.copyOf(sound);
    }
}
