package dev.shopbell.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Optional;
import java.util.Set;

/// What the rules of the house look for in classes.
final class HouseStyle {

    private static final Set<String> CLOCKS =
            Set.of("java.time.Clock", "java.time.InstantSource", "java.time.Instant");

    private HouseStyle() {}

    /// Asking the machine for the time: `Instant.now()`, `Clock.systemUTC()`, `LocalDate.now()`,
    /// `currentTimeMillis()`.
    static DescribedPredicate<JavaAccess<?>> readingTheClock() {
        return DescribedPredicate.describe(
                "reading the clock",
                access -> {
                    String owner = access.getTargetOwner().getName();
                    String method = access.getTarget().getName();
                    return (owner.startsWith("java.time.") && method.equals("now"))
                            || (CLOCKS.contains(owner)
                                    && (method.startsWith("system") || method.startsWith("tick")))
                            || (owner.equals("java.lang.System")
                                    && method.equals("currentTimeMillis"));
                });
    }

    static DescribedPredicate<JavaCodeUnit> takingAnOptional() {
        return DescribedPredicate.describe(
                "taking an Optional",
                unit ->
                        !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                                && unit.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(Optional.class)));
    }

    /// Written by a person: not a lambda's or a framework's class.
    static DescribedPredicate<JavaClass> written() {
        return DescribedPredicate.describe(
                "written",
                type ->
                        !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                                && !type.isAnonymousClass());
    }
}
