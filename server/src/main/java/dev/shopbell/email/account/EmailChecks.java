package dev.shopbell.email.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.email.account.EmailAccounts.Testable;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RateLimits;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.secret.RandomToken;
import dev.shopbell.platform.text.EmailAddress;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Tests of stores' e-mail: one at a time in each store, a few a minute, each for some minutes at
/// most. Where a test has come to is in the database, so that any node can tell.
@Singleton
public final class EmailChecks {

    /// In it stands the token of a test's mail.
    public static final String HEADER = "X-Shopbell-Check";

    private static final Logger LOG = Logger.getLogger("shopbell.mail");
    private static final Duration AT_MOST = Duration.ofMinutes(10);
    private static final String PLUS = "."; // behind the token, in the mail to the address with a +

    private final Database database;
    private final EmailAccounts accounts;
    private final Doctor doctor;
    private final RateLimits limits;
    private final Audits audits;
    private final ObjectMapper json;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    EmailChecks(
            Database database,
            EmailAccounts accounts,
            Doctor doctor,
            RateLimits limits,
            Audits audits,
            ObjectMapper json,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.doctor = doctor;
        this.limits = limits;
        this.audits = audits;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /// A mail with this text in [#HEADER] came through our own door for this recipient. Says
    /// whether it is one of a test that waits for it, and so nobody's message. Whoever makes up
    /// such a header has not seen the token, which is good for one test and as long as it runs.
    public boolean arrived(String header, EmailAddress recipient) {
        boolean plus = header.endsWith(PLUS);
        String token = plus ? header.substring(0, header.length() - 1) : header;
        if (!RandomToken.isOne(token)) {
            return false;
        }
        byte[] hash = RandomToken.hash(token);
        return database.acrossStores(tx -> CheckSql.storeOf(tx, hash))
                .filter(store -> accounts.isFor(store, recipient))
                .map(store -> note(store, hash, plus))
                .orElse(false);
    }

    private boolean note(StoreId store, byte[] hash, boolean plus) {
        return database.inStore(
                store, tx -> new CheckSql(tx, store).arrived(hash, plus, clock.instant()));
    }

    Optional<CheckView> last(StoreId store) {
        return row(store).map(this::view);
    }

    /// Returns while it runs; [#last] tells how it goes. While one runs it is that one, and where
    /// neither the store nor the installation has a mail server there is none.
    Optional<CheckView> start(Member by) {
        StoreId store = by.store();
        boolean isRunning = last(store).filter(check -> check.worked() == null).isPresent();
        if (!isRunning) {
            accounts.toTest(store).ifPresent(target -> begin(by, target));
        }
        return last(store);
    }

    private void begin(Member by, Testable target) {
        StoreId store = by.store();
        limits.take(Limit.STORE_EMAIL_CHECKS, store.value().toString());
        UUID id = ids.next();
        String token = RandomToken.draw(random);
        Instant now = clock.instant();
        CheckProgress progress =
                new CheckProgress(
                        CheckStep.of(target.settings().arrival()),
                        results -> tell(store, id, results));
        boolean begun =
                database.inStore(
                        store,
                        tx ->
                                new CheckSql(tx, store)
                                                .begin(
                                                        id,
                                                        target.version(),
                                                        RandomToken.hash(token),
                                                        written(progress.results()),
                                                        now,
                                                        now.plus(AT_MOST))
                                        && record(tx, by, target));
        if (begun) {
            Doctor.Pair mails = mails(target, id, token, now);
            Thread.ofVirtual().start(() -> examine(store, id, target, mails, progress));
        }
    }

    private boolean record(StoreTransaction tx, Member by, Testable target) {
        audits.record(
                tx,
                by.store(),
                new Actor(by.staff().value(), by.name()),
                "email_tested",
                Map.of("host", target.hostShown()));
        return true;
    }

    private static Doctor.Pair mails(Testable target, UUID id, String token, Instant now) {
        String plus = target.settings().plusAddress("test");
        return new Doctor.Pair(
                new CheckMail(
                        target.settings(),
                        id.toString(),
                        target.settings().fromAddress().value(),
                        token,
                        now),
                new CheckMail(target.settings(), id + ".plus", plus, token + PLUS, now));
    }

    private void examine(
            StoreId store, UUID id, Testable target, Doctor.Pair mails, CheckProgress progress) {
        boolean worked = false;
        try {
            Doctor.Door door =
                    new Doctor.Door(
                            accounts.forwardTo(store).orElse(null), _ -> throughDoor(store, mails));
            doctor.examine(target.settings(), mails, door, progress);
            worked = !progress.hasFailed();
        } catch (RuntimeException e) {
            LOG.errorf(e, "email_check=%s broke", id);
        } finally {
            end(store, id, target.version(), worked);
        }
    }

    private Map<String, List<String>> throughDoor(StoreId store, Doctor.Pair mails) {
        Map<String, List<String>> arrived = new HashMap<>();
        row(store)
                .ifPresent(row -> {
                    if (row.hasArrived()) {
                        arrived.put(mails.plain().messageId(), List.of());
                    }
                    if (row.hasPlusArrived()) {
                        arrived.put(mails.plus().messageId(), List.of());
                    }
                });
        return arrived;
    }

    private void end(StoreId store, UUID id, int version, boolean worked) {
        boolean used =
                database.inStore(
                        store,
                        tx ->
                                new CheckSql(tx, store).end(id, worked, clock.instant())
                                        && worked
                                        && version > 0
                                        && accounts.worked(tx, store, version));
        accounts.forget(store);
        LOG.infof("email_check=%s worked=%s used=%s", id, worked, used);
    }

    private void tell(StoreId store, UUID id, List<StepResult> results) {
        database.inStore(
                store,
                tx -> {
                    new CheckSql(tx, store).progress(id, written(results));
                    return id;
                });
    }

    private Optional<CheckSql.Row> row(StoreId store) {
        return database.inStore(store, tx -> new CheckSql(tx, store).last());
    }

    /// One whose server died ended without an outcome: it did not work.
    private CheckView view(CheckSql.Row row) {
        boolean died = row.endedAt() == null && row.deadlineAt().isBefore(clock.instant());
        return new CheckView(
                row.id(),
                row.version(),
                row.startedAt(),
                died ? row.deadlineAt() : row.endedAt(),
                died ? Boolean.FALSE : row.worked(),
                read(row.steps()));
    }

    private String written(List<StepResult> results) {
        try {
            return json.writeValueAsString(results);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<StepResult> read(String steps) {
        try {
            return json.readValue(steps, new TypeReference<List<StepResult>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the steps of a test do not read", e);
        }
    }
}
