package dev.shopbell.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.shopbell.platform.database.Database;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// The layout and the style of the house, as far as a machine can tell.
class ArchitectureTest {

    private static final String CLOCK = "dev.shopbell.app.RealClock";

    private final JavaClasses shopbell =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.shopbell");

    @Test
    void aPackageUsesOnlyPackagesOnLowerStoreys() {
        classes().should(new Storeys()).check(shopbell);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields().should().beAnnotatedWith(Inject.class).allowEmptyShould(true).check(shopbell);
    }

    @Test
    void onlyTheRealClockReadsTheTime() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(CLOCK)
                .should()
                .accessTargetWhere(HouseStyle.readingTheClock())
                .check(shopbell);
    }

    @Test
    void anOptionalIsNeverKept() {
        noFields().should().haveRawType(Optional.class).allowEmptyShould(true).check(shopbell);
    }

    @Test
    void anOptionalIsNeverPassedOn() {
        noCodeUnits().should(be(HouseStyle.takingAnOptional())).check(shopbell);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .that(HouseStyle.written())
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(shopbell);
    }

    @Test
    void nothingIsRememberedInStaticFields() {
        fields().that()
                .areStatic()
                .and()
                .areNotFinal()
                .should()
                .notBeStatic()
                .allowEmptyShould(true)
                .check(shopbell);
    }

    /// What has no store set is asked by these alone: who belongs to a key, what stores there are
    /// for work that comes round to all of them, who is signed in, what installation this is, how
    /// far the feeds are, whose an API key is, which mail about an account is to leave, which mails
    /// that waited leave now, whose mailboxes are read and whose address or test a mail is for, who
    /// forgot or changes a password, where an invitation leads, and the installation's push key.
    @Test
    void onlyTheseAskAcrossStores() {
        Set<String> callers =
                shopbell
                        .get(Database.class)
                        .getMethod("acrossStores", Function.class)
                        .getAccessesToSelf()
                        .stream()
                        .map(access -> access.getOriginOwner().getSimpleName())
                        .collect(Collectors.toSet());

        assertThat(callers)
                .containsExactlyInAnyOrder(
                        "ApiKeys",
                        "EmailAccounts",
                        "EmailChecks",
                        "FeedWatch",
                        "AutomaticMails",
                        "Delivery",
                        "ImapReading",
                        "Matches",
                        "Installation",
                        "MailPasswordReset",
                        "Newcomers",
                        "PasswordChanges",
                        "PasswordResets",
                        "PushKeys",
                        "SendMail",
                        "WebhookTurns",
                        "Sessions",
                        "Stores");
    }

    /// Jobs excepted: the library that keeps their table wants the pool.
    @Test
    void theWayToTheRowsIsThroughTheDatabaseClass() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.shopbell.platform.database..", "dev.shopbell.platform.job..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DataSource.class)
                .check(shopbell);
    }
}
