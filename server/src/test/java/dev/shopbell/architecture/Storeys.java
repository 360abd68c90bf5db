package dev.shopbell.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The storeys of the house, top first: a package may use packages on lower lines only, never its
/// neighbours.
final class Storeys extends ArchCondition<JavaClass> {

    private static final String ROOT = "dev.shopbell.";

    private static final List<Set<String>> STOREYS =
            List.of(
                    Set.of("app"),
                    Set.of("realtime", "notification", "webhook"),
                    Set.of("inbox", "widget", "email", "api"),
                    Set.of("search", "presence", "profile", "erasure", "automation"),
                    Set.of("message"),
                    Set.of("attachment", "browsing"),
                    Set.of("conversation", "commerce", "integration"),
                    Set.of("customer", "staff"),
                    Set.of("store"),
                    Set.of("platform"));

    Storeys() {
        super("use only packages on lower storeys");
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        Optional<String> feature = featureOf(origin);
        if (feature.isEmpty() || storeyOf(feature.get()) < 0) {
            report(origin, origin.getName() + " is on no storey", events);
            return;
        }
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
            Optional<String> used = featureOf(dependency.getTargetClass());
            if (used.isPresent()
                    && !used.equals(feature)
                    && storeyOf(used.get()) <= storeyOf(feature.get())) {
                report(origin, dependency.getDescription(), events);
            }
        }
    }

    private static void report(JavaClass origin, String what, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(origin, what));
    }

    private static Optional<String> featureOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(ROOT)) {
            return Optional.empty();
        }
        return Optional.of(name.substring(ROOT.length()).split("\\.", 2)[0]);
    }

    private static int storeyOf(String feature) {
        for (int storey = 0; storey < STOREYS.size(); storey++) {
            if (STOREYS.get(storey).contains(feature)) {
                return storey;
            }
        }
        return -1;
    }
}
